package org.layerwise.app.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the design forbids, as rules over the compiled classes. */
final class Rules {
    /** The modules that wire the others; they read the clock and hand the time on. */
    private static final String[] WIRING = {"org.layerwise.experiment..", "org.layerwise.app.."};

    /** Methods that read the default locale, charset or time zone, by owner; the parameter types tell the harmful overloads. */
    private static final Map<String, Set<String>> AMBIENT = Map.of(
            "java.lang.String",
            Set.of(
                    "toLowerCase()",
                    "toUpperCase()",
                    "getBytes()",
                    "format(java.lang.String, [Ljava.lang.Object;)",
                    "formatted([Ljava.lang.Object;)",
                    "<init>([B)",
                    "<init>([B, int, int)"),
            "java.util.Locale",
            Set.of("getDefault()", "getDefault(java.util.Locale$Category)"),
            "java.util.TimeZone",
            Set.of("getDefault()"),
            "java.time.ZoneId",
            Set.of("systemDefault()"),
            "java.nio.charset.Charset",
            Set.of("defaultCharset()"),
            "java.io.InputStreamReader",
            Set.of("<init>(java.io.InputStream)"),
            "java.io.OutputStreamWriter",
            Set.of("<init>(java.io.OutputStream)"),
            "java.io.FileReader",
            Set.of("<init>(java.io.File)", "<init>(java.lang.String)"),
            "java.io.FileWriter",
            Set.of("<init>(java.io.File)", "<init>(java.lang.String)"),
            "java.io.PrintStream",
            Set.of("printf(java.lang.String, [Ljava.lang.Object;)", "format(java.lang.String, [Ljava.lang.Object;)"));

    private static final Set<String> CLOCKS =
            Set.of("java.lang.System.nanoTime()", "java.lang.System.currentTimeMillis()");

    private static final Set<String> NOW_OWNERS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime");

    private Rules() {}

    /** The one exception: data-json reads JSON, and is a module of its own for it. */
    static ArchRule guiceAndJacksonInWiringOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(WIRING)
                .and(describe("but Jackson's own module", Rules::isOutsideOfJson))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "tools.jackson..", "com.fasterxml..")
                .because("whoever imports a module gets neither Guice nor YAML");
    }

    private static boolean isOutsideOfJson(JavaClass type) {
        return !type.getPackageName().startsWith("org.layerwise.datajson");
    }

    static ArchRule nativeCodeInOpenblasOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.layerwise.openblas..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.ludovic..", "org.bytedeco..")
                .because("native code comes with the module openblas and not otherwise");
    }

    static ArchRule noCyclesBetweenModules() {
        return slices().matching("org.layerwise.(*)..").should().beFreeOfCycles();
    }

    /** The one exception: openblas is the native half of core's product. */
    static ArchRule internalsStayInTheirModule() {
        return noClasses().should(new UseInternalsOfAnotherModule()).because("what is internal may change at any time");
    }

    static ArchRule noAmbientRandomness() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)"
                        + "|java\\.security\\.SecureRandom")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(StrictMath.class, "random")
                .orShould()
                .callMethod(Collections.class, "shuffle", List.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .because("every draw comes from a RandomSource that was handed in");
    }

    static ArchRule noAmbientClock() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(WIRING)
                .should()
                .callCodeUnitWhere(describe("read the clock", Rules::readsTheClock))
                .because("time is an argument");
    }

    static ArchRule noAmbientLocaleOrCharset() {
        return noClasses()
                .should()
                .callCodeUnitWhere(describe("use the default locale, charset or zone", Rules::isAmbient))
                .because("a result must not depend on where it is computed");
    }

    static ArchRule nothingPrinted() {
        DescribedPredicate<JavaFieldAccess> standardStreams = describe(
                "touch System.out or System.err",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("out", "err").contains(access.getTarget().getName()));
        return noClasses()
                .should()
                .accessFieldWhere(standardStreams)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("libraries print nothing; the command line writes to the streams that it was given");
    }

    static ArchRule noClassNamesFromText(Set<String> except) {
        return noClasses()
                .that(describe("load classes by name without need", type -> !except.contains(type.getName())))
                .should()
                .callMethodWhere(
                        target(nameMatching("forName")).and(target(owner(nameMatching("java\\.lang\\.Class")))))
                .orShould()
                .callMethodWhere(target(nameMatching("loadClass"))
                        .and(target(owner(describe("class loader", o -> o.isAssignableTo(ClassLoader.class))))))
                .because("no class name is ever read from a file");
    }

    static ArchRule noJavaSerialization() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(ObjectInputStream|ObjectOutputStream|Externalizable)")
                .because("saved models are safetensors and YAML");
    }

    private static boolean isAmbient(JavaCall<?> call) {
        Set<String> methods = AMBIENT.getOrDefault(call.getTargetOwner().getName(), Set.of());
        return methods.contains(signature(call));
    }

    private static boolean readsTheClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        return CLOCKS.contains(owner + "." + signature(call))
                || (NOW_OWNERS.contains(owner) && signature(call).equals("now()"));
    }

    private static String signature(JavaCall<?> call) {
        return call.getName() + "("
                + String.join(
                        ", ",
                        call.getTarget().getRawParameterTypes().stream()
                                .map(HasName::getName)
                                .toList())
                + ")";
    }

    private static final class UseInternalsOfAnotherModule extends ArchCondition<JavaClass> {
        UseInternalsOfAnotherModule() {
            super("use the internals of another module");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                boolean otherHalf = moduleOf(type).equals("openblas")
                        && Set.of("NativeProduct", "NativeFloatProduct", "Form").contains(target.getSimpleName());
                boolean internal = !otherHalf
                        && (target.getPackageName() + ".").contains(".internal.")
                        && target.getPackageName().startsWith("org.layerwise.");
                if (internal && !moduleOf(target).equals(moduleOf(type))) {
                    events.add(SimpleConditionEvent.satisfied(dependency, dependency.getDescription()));
                }
            }
        }

        private static String moduleOf(JavaClass type) {
            return type.getPackageName().split("\\.", -1)[2];
        }
    }
}
