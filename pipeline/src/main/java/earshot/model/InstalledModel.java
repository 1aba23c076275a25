package earshot.model;

import org.jspecify.annotations.Nullable;

/**
 * A model that is there.
 *
 * @param language code, or null when neither its settings, the catalogue nor its name say
 * @param shipped whether it came with this program
 */
public record InstalledModel(RecognitionModel model, @Nullable String language, boolean shipped) {}
