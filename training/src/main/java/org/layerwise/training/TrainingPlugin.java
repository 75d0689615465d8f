package org.layerwise.training;

import org.layerwise.core.Plugin;
import org.layerwise.training.clipping.ClipGlobalNorm;
import org.layerwise.training.clipping.ClipNorm;
import org.layerwise.training.clipping.ClipValue;
import org.layerwise.training.listeners.TensorBoard;
import org.layerwise.training.metrics.Accuracy;
import org.layerwise.training.metrics.BalancedAccuracy;
import org.layerwise.training.metrics.Brier;
import org.layerwise.training.metrics.CalibrationError;
import org.layerwise.training.metrics.CohenKappa;
import org.layerwise.training.metrics.ConfusionMatrix;
import org.layerwise.training.metrics.ExplainedVariance;
import org.layerwise.training.metrics.F1;
import org.layerwise.training.metrics.FBeta;
import org.layerwise.training.metrics.LogLoss;
import org.layerwise.training.metrics.Matthews;
import org.layerwise.training.metrics.MaxError;
import org.layerwise.training.metrics.MeanAbsoluteError;
import org.layerwise.training.metrics.MeanAbsolutePercentageError;
import org.layerwise.training.metrics.MeanSquaredError;
import org.layerwise.training.metrics.MedianAbsoluteError;
import org.layerwise.training.metrics.PrAuc;
import org.layerwise.training.metrics.Precision;
import org.layerwise.training.metrics.R2;
import org.layerwise.training.metrics.Recall;
import org.layerwise.training.metrics.RocAuc;
import org.layerwise.training.metrics.RootMeanSquaredError;
import org.layerwise.training.metrics.Specificity;
import org.layerwise.training.metrics.TopKAccuracy;

/** Registers the built-in metrics, listeners and ways to clip gradients. */
public final class TrainingPlugin implements Plugin {
    /** Called by {@link java.util.ServiceLoader}. */
    public TrainingPlugin() {}

    @Override
    public void register(Registrar registrar) {
        registerClassification(registrar);
        registerRegression(registrar);
        registrar.add(ListenerSpec.class, "tensorboard", TensorBoard.class);
        registrar.add(GradientClipping.class, "value", ClipValue.class);
        registrar.add(GradientClipping.class, "norm", ClipNorm.class);
        registrar.add(GradientClipping.class, "global_norm", ClipGlobalNorm.class);
    }

    private static void registerClassification(Registrar registrar) {
        registrar.add(Metric.class, "accuracy", Accuracy.class);
        registrar.add(Metric.class, "balanced_accuracy", BalancedAccuracy.class);
        registrar.add(Metric.class, "top_k_accuracy", TopKAccuracy.class);
        registrar.add(Metric.class, "precision", Precision.class);
        registrar.add(Metric.class, "recall", Recall.class);
        registrar.add(Metric.class, "specificity", Specificity.class);
        registrar.add(Metric.class, "f1", F1.class);
        registrar.add(Metric.class, "f_beta", FBeta.class);
        registrar.add(Metric.class, "roc_auc", RocAuc.class);
        registrar.add(Metric.class, "pr_auc", PrAuc.class);
        registrar.add(Metric.class, "average_precision", PrAuc.class);
        registrar.add(Metric.class, "log_loss", LogLoss.class);
        registrar.add(Metric.class, "brier", Brier.class);
        registrar.add(Metric.class, "calibration_error", CalibrationError.class);
        registrar.add(Metric.class, "matthews", Matthews.class);
        registrar.add(Metric.class, "cohen_kappa", CohenKappa.class);
        registrar.add(Metric.class, "confusion_matrix", ConfusionMatrix.class);
    }

    private static void registerRegression(Registrar registrar) {
        registrar.add(Metric.class, "mean_squared_error", MeanSquaredError.class);
        registrar.add(Metric.class, "mse", MeanSquaredError.class);
        registrar.add(Metric.class, "root_mean_squared_error", RootMeanSquaredError.class);
        registrar.add(Metric.class, "rmse", RootMeanSquaredError.class);
        registrar.add(Metric.class, "mean_absolute_error", MeanAbsoluteError.class);
        registrar.add(Metric.class, "mae", MeanAbsoluteError.class);
        registrar.add(Metric.class, "mean_absolute_percentage_error", MeanAbsolutePercentageError.class);
        registrar.add(Metric.class, "mape", MeanAbsolutePercentageError.class);
        registrar.add(Metric.class, "median_absolute_error", MedianAbsoluteError.class);
        registrar.add(Metric.class, "max_error", MaxError.class);
        registrar.add(Metric.class, "r2", R2.class);
        registrar.add(Metric.class, "explained_variance", ExplainedVariance.class);
    }
}
