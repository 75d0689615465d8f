package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DescriptionTest {
    private static final Description PARSED = Description.parse("""
             Shrinks {@code z}. More of it, see {@link org.x.Other#at}.

             <pre>{@code
             a = z   if z < 1
               = 0   else
             }</pre>

             <p>Shapes: any; with &lt;marks&gt;.
             <ul>
               <li>one
               <li>two {@link Other label}
             </ul>

             @param slope how steep,
                 in [0, 1)
             @param other text
             @throws OptionException never shown
            """);

    @Test
    void keepsParagraphsFormulasAndItems() {
        assertThat(PARSED.lines())
                .containsExactly(
                        "Shrinks z. More of it, see org.x.Other.at.",
                        "",
                        "    a = z   if z < 1",
                        "      = 0   else",
                        "",
                        "Shapes: any; with <marks>.",
                        "",
                        "- one",
                        "- two label");
    }

    @Test
    void summarizesInASentence() {
        assertThat(PARSED.summary()).isEqualTo("Shrinks z.");
    }

    @Test
    void describesOptions() {
        assertThat(PARSED.options())
                .containsEntry("slope", "how steep, in [0, 1)")
                .containsEntry("other", "text")
                .hasSize(2);
    }

    @Test
    void keepsBracesWithinBraces() {
        assertThat(Description.parse("As {@code {a: {b: {c: 1}}}}, or {@code x}.")
                        .lines())
                .containsExactly("As {a: {b: {c: 1}}}, or x.");
    }
}
