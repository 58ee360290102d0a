package dev.partywall.ui.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partywall.ui.part.ValueKind;
import org.junit.jupiter.api.Test;

class ValueFormsTest {
    @Test
    void anArrayIsTakenApartAsTheServerPutItTogether() {
        assertThat(ArrayItems.of("{1,NULL,\"a \\\"b\\\", c\",\"NULL\",\"\"}"))
                .hasValueSatisfying(items -> assertThat(items).containsExactly("1", null, "a \"b\", c", "NULL", ""));
        assertThat(ArrayItems.of("{}"))
                .hasValueSatisfying(items -> assertThat(items).isEmpty());
        assertThat(ArrayItems.of("{{1,2},{3,4}}")).isEmpty();
        assertThat(ArrayItems.of("[0:1]={1,2}")).isEmpty();
    }

    @Test
    void bytesAreShownWithOffsetAndPrintableCharacters() {
        assertThat(HexText.of("\\x48656c6c6f00ff"))
                .startsWith("000000  48 65 6c 6c 6f 00 ff")
                .contains("Hello..");
        assertThat(HexText.of("not bytes")).isEqualTo("not bytes");
    }

    @Test
    void kindsAreKnownByBothNamesOfAType() {
        assertThat(ValueKind.of("int4")).isEqualTo(ValueKind.of("integer")).isEqualTo(ValueKind.NUMBER);
        assertThat(ValueKind.of("_text")).isEqualTo(ValueKind.of("text[]")).isEqualTo(ValueKind.ARRAY);
        assertThat(ValueKind.of("timestamp(3) with time zone")).isEqualTo(ValueKind.TIME);
        assertThat(ValueKind.of("numeric(12,2)")).isEqualTo(ValueKind.NUMBER);
        assertThat(ValueKind.of("geometry")).isEqualTo(ValueKind.TEXT);
    }
}
