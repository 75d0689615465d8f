package org.layerwise.network;

import org.layerwise.core.Plugin;
import org.layerwise.network.layers.ActivationSpec;
import org.layerwise.network.layers.Activity;
import org.layerwise.network.layers.AlphaDropout;
import org.layerwise.network.layers.BatchNorm;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.layers.Dropout;
import org.layerwise.network.layers.GaussianDropout;
import org.layerwise.network.layers.GaussianNoise;
import org.layerwise.network.layers.LayerNorm;
import org.layerwise.network.layers.NoiseSpec;
import org.layerwise.network.layers.Prelu;
import org.layerwise.network.layers.Residual;
import org.layerwise.network.losses.BinaryCrossEntropy;
import org.layerwise.network.losses.CategoricalCrossEntropy;
import org.layerwise.network.losses.CosineSimilarity;
import org.layerwise.network.losses.Focal;
import org.layerwise.network.losses.Hinge;
import org.layerwise.network.losses.Huber;
import org.layerwise.network.losses.KlDivergence;
import org.layerwise.network.losses.LogCosh;
import org.layerwise.network.losses.MeanAbsoluteError;
import org.layerwise.network.losses.MeanSquaredError;
import org.layerwise.network.losses.Poisson;
import org.layerwise.network.losses.Quantile;
import org.layerwise.network.losses.SmoothL1;
import org.layerwise.network.losses.SquaredHinge;

/** The layers and losses of this module. */
public final class NetworkPlugin implements Plugin {
    @Override
    public void register(Registrar registrar) {
        registrar.add(LayerSpec.class, "dense", Dense.class);
        registrar.add(LayerSpec.class, "dropout", Dropout.class);
        registrar.add(LayerSpec.class, "activation", ActivationSpec.class);
        registrar.add(LayerSpec.class, "batch_norm", BatchNorm.class);
        registrar.add(LayerSpec.class, "layer_norm", LayerNorm.class);
        registrar.add(LayerSpec.class, "prelu", Prelu.class);
        registrar.add(LayerSpec.class, "alpha_dropout", AlphaDropout.class);
        registrar.add(LayerSpec.class, "gaussian_dropout", GaussianDropout.class);
        registrar.add(LayerSpec.class, "gaussian_noise", GaussianNoise.class);
        registrar.add(LayerSpec.class, "noise", NoiseSpec.class);
        registrar.add(LayerSpec.class, "activity", Activity.class);
        registrar.add(LayerSpec.class, "activity_regularization", Activity.class);
        registrar.add(LayerSpec.class, "residual", Residual.class);
        registerLosses(registrar);
    }

    private static void registerLosses(Registrar registrar) {
        registrar.add(Loss.class, "binary_cross_entropy", BinaryCrossEntropy.class);
        registrar.add(Loss.class, "binary_crossentropy", BinaryCrossEntropy.class);
        registrar.add(Loss.class, "categorical_cross_entropy", CategoricalCrossEntropy.class);
        registrar.add(Loss.class, "sparse_categorical_crossentropy", CategoricalCrossEntropy.class);
        registrar.add(Loss.class, "sparse_categorical_cross_entropy", CategoricalCrossEntropy.class);
        registrar.add(Loss.class, "categorical_crossentropy", CategoricalCrossEntropy.class);
        registrar.add(Loss.class, "mean_squared_error", MeanSquaredError.class);
        registrar.add(Loss.class, "mse", MeanSquaredError.class);
        registrar.add(Loss.class, "mean_absolute_error", MeanAbsoluteError.class);
        registrar.add(Loss.class, "mae", MeanAbsoluteError.class);
        registrar.add(Loss.class, "huber", Huber.class);
        registrar.add(Loss.class, "smooth_l1", SmoothL1.class);
        registrar.add(Loss.class, "log_cosh", LogCosh.class);
        registrar.add(Loss.class, "quantile", Quantile.class);
        registrar.add(Loss.class, "hinge", Hinge.class);
        registrar.add(Loss.class, "squared_hinge", SquaredHinge.class);
        registrar.add(Loss.class, "poisson", Poisson.class);
        registrar.add(Loss.class, "kl_divergence", KlDivergence.class);
        registrar.add(Loss.class, "focal", Focal.class);
        registrar.add(Loss.class, "cosine_similarity", CosineSimilarity.class);
    }
}
