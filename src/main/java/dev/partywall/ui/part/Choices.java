package dev.partywall.ui.part;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows what can be chosen as text; nobody types here. */
public final class Choices<T> extends StringConverter<T> {
    private final Function<T, String> text;

    public Choices(Function<T, String> text) {
        this.text = text;
    }

    @Override
    public String toString(@Nullable T choice) {
        return choice == null ? "" : text.apply(choice);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("chosen, not typed");
    }
}
