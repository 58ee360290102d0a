package dev.partywall.ui.browse;

import dev.partywall.browse.RowClass;
import dev.partywall.ui.Texts;
import dev.partywall.ui.part.Badge;
import java.util.Locale;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Visible, hidden, leak: what the comparison says of a row. */
final class ClassCell extends TableCell<GridRow, GridRow> {
    @Override
    protected void updateItem(@Nullable GridRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null || row.rowClass() == null ? null : badge(row.rowClass(), -1));
    }

    /** The badge of a class, with a count unless it is negative. */
    static Badge badge(RowClass rowClass, long count) {
        String word = Texts.say("class." + rowClass.name().toLowerCase(Locale.ROOT));
        return new Badge(icon(rowClass), count < 0 ? word : Texts.say("class.count", word, count), tone(rowClass));
    }

    private static Ikon icon(RowClass rowClass) {
        return switch (rowClass) {
            case VISIBLE -> Feather.EYE;
            case HIDDEN_OTHER, HIDDEN_NO_TENANT -> Feather.EYE_OFF;
            case LEAK -> Feather.ALERT_OCTAGON;
            case OVER_HIDDEN -> Feather.ALERT_TRIANGLE;
        };
    }

    private static String tone(RowClass rowClass) {
        return switch (rowClass) {
            case VISIBLE -> "good";
            case HIDDEN_OTHER, HIDDEN_NO_TENANT -> "plain";
            case LEAK -> "bad";
            case OVER_HIDDEN -> "warn";
        };
    }
}
