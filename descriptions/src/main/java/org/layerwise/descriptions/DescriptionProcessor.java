package org.layerwise.descriptions;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Writes the Javadoc of each public record that implements an interface, nested or not, as it stands in the source, to
 * the resource {@code META-INF/layerwise/javadoc/<class name>.txt}.
 *
 * <p>The command line shows it in {@code components}. A plugin that is compiled with this processor is described there
 * too.
 */
public final class DescriptionProcessor extends AbstractProcessor {
    private static final String FOLDER = "META-INF/layerwise/javadoc/";

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements()).forEach(this::visit);
        return false;
    }

    /** A type, and those within it: a small plugin may hold its components. */
    private void visit(TypeElement type) {
        if (type.getKind() == ElementKind.RECORD
                && type.getModifiers().contains(Modifier.PUBLIC)
                && !type.getInterfaces().isEmpty()) {
            describe(type);
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::visit);
    }

    private void describe(TypeElement type) {
        String comment = processingEnv.getElementUtils().getDocComment(type);
        if (comment == null) {
            return;
        }
        String name = processingEnv.getElementUtils().getBinaryName(type).toString();
        try (Writer writer = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + name + ".txt", type)
                .openWriter()) {
            writer.write(comment);
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, "the Javadoc of " + name + " cannot be written: " + e, type);
        }
    }
}
