package org.layerwise.experiment.internal.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.BinaryTargets;
import org.layerwise.dataio.Classes;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.NumericTargets;
import org.layerwise.dataio.OneHotTargets;
import org.layerwise.dataio.TargetEncoding;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.network.TargetKind;

/** Encodes the targets as the loss takes them, and places what is wrong with them. */
final class TargetChecks {
    /** Streamed targets are looked at so many at a time. */
    private static final int CHUNK = 1 << 14;

    private static final int SHOWN = 5;

    private final Located located;
    private final DataPlaces places;
    private final TargetKind kind;

    /** @param kind what the loss takes */
    TargetChecks(Located located, TargetKind kind) {
        this.located = located;
        this.places = new DataPlaces(located);
        this.kind = kind;
    }

    /**
     * Targets as the network gets them.
     *
     * @param byPart Y of each part; of a streamed one that of the first example
     */
    record Encoded(TargetEncoding encoding, Map<String, DenseMatrix> byPart) {}

    /**
     * The targets of all parts.
     *
     * @param transformed whether target transforms changed them
     */
    Optional<Encoded> encode(Parts parts, boolean transformed) {
        if (!mayBeTransformed(transformed) || !classesFitLoss(parts.train())) {
            return Optional.empty();
        }
        return PartReader.guard(located, places.of(Parts.TRAIN), () -> encodingOf(parts.train()))
                .flatMap(encoding -> encode(parts, encoding));
    }

    /** Classes are names: changing them as numbers would rename them. */
    private boolean mayBeTransformed(boolean transformed) {
        boolean wrong = transformed && kind != TargetKind.NUMERIC;
        if (wrong) {
            located.wrong(
                    "data.target_transforms",
                    "target_transforms change numbers, and this loss takes classes; expected a loss for numbers, such as"
                            + " mean_squared_error, or no target_transforms");
        }
        return !wrong;
    }

    private boolean classesFitLoss(Dataset train) {
        if (kind != TargetKind.BINARY) {
            return true;
        }
        return PartReader.guard(located, places.of(Parts.TRAIN), () -> {
                    for (int t = 0; t < train.targets().size(); t++) {
                        Classes classes = Classes.of(train, t);
                        if (classes.size() != 2) {
                            located.wrong("network.loss", notTwo(classes));
                            return false;
                        }
                    }
                    return true;
                })
                .orElse(false);
    }

    private static String notTwo(Classes classes) {
        List<String> shown = classes.names().stream().limit(SHOWN).toList();
        return "this loss takes two classes but '" + Texts.clip(classes.column()) + "' has " + classes.size() + ", "
                + Texts.list(shown) + (classes.size() > SHOWN ? ", …" : "")
                + "; expected a loss for several classes, such as categorical_cross_entropy";
    }

    private TargetEncoding encodingOf(Dataset train) {
        return switch (kind) {
            case BINARY -> BinaryTargets.of(train);
            case ONE_HOT -> OneHotTargets.of(train);
            case NUMERIC -> NumericTargets.of(train);
        };
    }

    private Optional<Encoded> encode(Parts parts, TargetEncoding encoding) {
        Map<String, DenseMatrix> all = new LinkedHashMap<>();
        parts.byName()
                .forEach((name, part) -> PartReader.guard(located, places.of(name), () -> encode(part, encoding))
                        .filter(y -> hasAllClasses(name, part, encoding))
                        .ifPresent(y -> all.put(name, y)));
        return all.size() == parts.byName().size() ? Optional.of(new Encoded(encoding, all)) : Optional.empty();
    }

    /** Y; of streamed examples that of the first, the others being checked. */
    private static DenseMatrix encode(Dataset part, TargetEncoding encoding) {
        if (!part.isStreamed()) {
            return encoding.encode(part);
        }
        for (int from = 0; from < part.examples(); from += CHUNK) {
            Dataset rest = part.skip(from);
            encoding.encode(rest.take(Math.min(CHUNK, rest.examples())));
        }
        return encoding.encode(part.take(1));
    }

    private boolean hasAllClasses(String name, Dataset part, TargetEncoding encoding) {
        List<String> absent = absentFrom(part, encoding);
        if (!absent.isEmpty()) {
            located.wrong(
                    places.of(name),
                    "the " + name + " part has no example of class " + Texts.list(absent)
                            + "; expected examples of every class in every part");
        }
        return absent.isEmpty();
    }

    private static List<String> absentFrom(Dataset part, TargetEncoding encoding) {
        if (encoding instanceof BinaryTargets binary && binary.classes().size() == 1) {
            return binary.classes().get(0).absentFrom(part, 0);
        }
        return encoding instanceof OneHotTargets oneHot && !oneHot.encoded()
                ? oneHot.classes().absentFrom(part, 0)
                : List.of();
    }
}
