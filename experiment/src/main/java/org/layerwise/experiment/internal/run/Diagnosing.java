package org.layerwise.experiment.internal.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.layerwise.core.RecordCopy;
import org.layerwise.experiment.DataPlan;
import org.layerwise.experiment.Diagnosis;
import org.layerwise.experiment.DiagnosisPlan;
import org.layerwise.experiment.Experiment;
import org.layerwise.experiment.PartPlan;
import org.layerwise.network.Network;
import org.layerwise.training.Evaluator;
import org.layerwise.training.MetricValue;
import org.layerwise.training.metrics.Accuracy;

/** Measures the errors of a trained network and says where it loses most, with the course's advice. */
final class Diagnosing {
    private static final String BIAS =
            "avoidable bias is the larger gap; try a bigger network, longer training, a better"
                    + " optimizer (momentum, rmsprop, adam), or another architecture";
    private static final String VARIANCE = "variance is the larger gap; try more training data, regularization (l2,"
            + " dropout, augmentation), or another architecture";
    private static final String MISMATCH = "data mismatch, if it is the reason, is answered by looking at the errors on"
            + " that part by hand, and by training data that are more like it, collected or made artificially";
    private static final String NOTHING =
            "nothing is lost against human error on any part; set human_error lower if better is possible";

    private Diagnosing() {}

    /** The diagnosis that the file asks for. */
    static Optional<Diagnosis> of(Experiment experiment, Preparation data, Network network) {
        return experiment.diagnosis().map(plan -> of(plan, errors(data, network), experiment.data()));
    }

    private static Map<String, Double> errors(Preparation data, Network network) {
        Evaluator evaluator = new Evaluator(network, data.task(network.loss()), Map.of("accuracy", new Accuracy()));
        Map<String, Double> errors = new LinkedHashMap<>();
        data.parts().keySet().forEach(name -> {
            MetricValue accuracy = Optional.ofNullable(
                            evaluator.evaluate(data.examples(name)).metrics().get("accuracy"))
                    .orElseThrow();
            errors.put(name.toLowerCase(Locale.ROOT), 1 - ((MetricValue.Scalar) accuracy).value());
        });
        return errors;
    }

    static Diagnosis of(DiagnosisPlan plan, Map<String, Double> errors, DataPlan data) {
        double train = error(errors, Parts.TRAIN).orElseThrow();
        double bias = train - plan.humanError();
        String judge = errors.containsKey(Parts.DEV) ? Parts.DEV : Parts.TEST;
        OptionalDouble judged = error(errors, judge);
        boolean other = judged.isPresent() && hasOtherFiles(data, judge);
        OptionalDouble variance =
                judged.isPresent() ? OptionalDouble.of(judged.getAsDouble() - train) : OptionalDouble.empty();
        List<String> advice = new ArrayList<>();
        gaps(bias, variance, judge, other, advice);
        overfitToDev(errors, Math.max(bias, variance.orElse(0)), hasOtherFiles(data, Parts.TEST), advice);
        return new Diagnosis(plan.humanError(), errors, bias, variance, other, advice);
    }

    private static OptionalDouble error(Map<String, Double> errors, String part) {
        return errors.containsKey(part) ? OptionalDouble.of(errors.getOrDefault(part, 0.0)) : OptionalDouble.empty();
    }

    private static void gaps(double bias, OptionalDouble variance, String judge, boolean other, List<String> advice) {
        double lost = variance.orElse(0);
        if (bias <= 0 && lost <= 0) {
            advice.add(NOTHING);
            return;
        }
        if (bias >= lost) {
            advice.add(BIAS);
        } else {
            advice.add(other ? VARIANCE.replaceFirst("variance is", "variance, or data mismatch, is") : VARIANCE);
        }
        if (variance.isEmpty()) {
            advice.add("variance is unknown without a dev part; add data.dev, or split a source");
        } else if (other && lost > 0) {
            advice.add(
                    "the " + judge + " part comes from other files than the training part; to tell variance from data"
                            + " mismatch, keep some training examples apart as a part of their own: an error there as low as in"
                            + " training means mismatch, one as high as on " + judge + " means variance");
            advice.add(MISMATCH);
        }
    }

    private static void overfitToDev(Map<String, Double> errors, double largest, boolean other, List<String> advice) {
        if (errors.containsKey(Parts.DEV) && errors.containsKey(Parts.TEST)) {
            double gap = error(errors, Parts.TEST).orElse(0)
                    - error(errors, Parts.DEV).orElse(0);
            if (gap > Math.max(0, largest)) {
                advice.add("the test error is " + percent(gap)
                        + " above the dev error: the choices made by the dev part fit"
                        + " it too closely, try a larger dev part"
                        + (other ? "; or the test part, from other files, is unlike it" : ""));
            }
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** Whether a part is read from files of its own; by different kinds of readers where there are no files. */
    private static boolean hasOtherFiles(DataPlan data, String part) {
        Optional<PartPlan> own = part.equals(Parts.DEV) ? data.dev() : data.test();
        if (data.train().isEmpty() || own.isEmpty()) {
            return false;
        }
        Set<Path> train = files(data.train().get());
        Set<Path> others = files(own.get());
        if (train.isEmpty() || others.isEmpty()) {
            return data.train().get().reader().getClass() != own.get().reader().getClass();
        }
        return others.stream().noneMatch(train::contains);
    }

    private static Set<Path> files(PartPlan part) {
        Set<Path> files = new HashSet<>();
        for (var component : part.reader().getClass().getRecordComponents()) {
            Object value = RecordCopy.valueOf(component, part.reader());
            Object present = value instanceof Optional<?> optional && optional.isPresent() ? optional.get() : value;
            if (present instanceof Path path) {
                files.add(path.normalize());
            }
        }
        return files;
    }

    /** For {@code run.json}. */
    static Map<String, Object> record(Diagnosis diagnosis) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("human_error", diagnosis.humanError());
        record.put("errors", diagnosis.errors());
        record.put("avoidable_bias", diagnosis.avoidableBias());
        diagnosis.variance().ifPresent(gap -> record.put("variance", gap));
        record.put("other_files", diagnosis.otherSource());
        record.put("advice", diagnosis.advice());
        record.put("text", diagnosis.lines());
        return record;
    }
}
