package org.layerwise.dataio;

import org.layerwise.core.Plugin;
import org.layerwise.dataio.augmentations.Brightness;
import org.layerwise.dataio.augmentations.Crop;
import org.layerwise.dataio.augmentations.Flip;
import org.layerwise.dataio.augmentations.PixelNoise;
import org.layerwise.dataio.augmentations.Rotate;
import org.layerwise.dataio.augmentations.Shear;
import org.layerwise.dataio.augmentations.Shift;
import org.layerwise.dataio.augmentations.Zoom;
import org.layerwise.dataio.generators.Blobs;
import org.layerwise.dataio.generators.Circles;
import org.layerwise.dataio.generators.GaussianQuantiles;
import org.layerwise.dataio.generators.LinearRegression;
import org.layerwise.dataio.generators.Moons;
import org.layerwise.dataio.generators.PlanarFlower;
import org.layerwise.dataio.generators.Spirals;
import org.layerwise.dataio.generators.Xor;
import org.layerwise.dataio.readers.Csv;
import org.layerwise.dataio.readers.Hdf5;
import org.layerwise.dataio.readers.Idx;
import org.layerwise.dataio.readers.ImageFolder;
import org.layerwise.dataio.readers.Mat;
import org.layerwise.dataio.readers.Npy;
import org.layerwise.dataio.readers.Npz;
import org.layerwise.dataio.transforms.Clip;
import org.layerwise.dataio.transforms.Drop;
import org.layerwise.dataio.transforms.DropConstant;
import org.layerwise.dataio.transforms.FittedClip;
import org.layerwise.dataio.transforms.FittedDrop;
import org.layerwise.dataio.transforms.FittedDropConstant;
import org.layerwise.dataio.transforms.FittedFlatten;
import org.layerwise.dataio.transforms.FittedHashing;
import org.layerwise.dataio.transforms.FittedImpute;
import org.layerwise.dataio.transforms.FittedLog;
import org.layerwise.dataio.transforms.FittedMinMax;
import org.layerwise.dataio.transforms.FittedNormalize;
import org.layerwise.dataio.transforms.FittedOneHot;
import org.layerwise.dataio.transforms.FittedOrdinal;
import org.layerwise.dataio.transforms.FittedPolynomial;
import org.layerwise.dataio.transforms.FittedPower;
import org.layerwise.dataio.transforms.FittedRobust;
import org.layerwise.dataio.transforms.FittedScale;
import org.layerwise.dataio.transforms.FittedStandardize;
import org.layerwise.dataio.transforms.Flatten;
import org.layerwise.dataio.transforms.Hashing;
import org.layerwise.dataio.transforms.Impute;
import org.layerwise.dataio.transforms.Log;
import org.layerwise.dataio.transforms.MinMax;
import org.layerwise.dataio.transforms.Normalize;
import org.layerwise.dataio.transforms.OneHot;
import org.layerwise.dataio.transforms.Ordinal;
import org.layerwise.dataio.transforms.Polynomial;
import org.layerwise.dataio.transforms.Power;
import org.layerwise.dataio.transforms.Robust;
import org.layerwise.dataio.transforms.Scale;
import org.layerwise.dataio.transforms.Standardize;

/** The readers, generators and transforms of this module. */
public final class DataPlugin implements Plugin {
    @Override
    public void register(Registrar registrar) {
        readers(registrar);
        generators(registrar);
        transforms(registrar);
    }

    private static void readers(Registrar registrar) {
        registrar.add(DatasetReader.class, "csv", Csv.class);
        registrar.add(DatasetReader.class, "hdf5", Hdf5.class);
        registrar.add(DatasetReader.class, "idx", Idx.class);
        registrar.add(DatasetReader.class, "image_folder", ImageFolder.class);
        registrar.add(DatasetReader.class, "mat", Mat.class);
        registrar.add(DatasetReader.class, "npy", Npy.class);
        registrar.add(DatasetReader.class, "npz", Npz.class);
    }

    private static void generators(Registrar registrar) {
        registrar.add(DatasetReader.class, "planar_flower", PlanarFlower.class);
        registrar.add(DatasetReader.class, "circles", Circles.class);
        registrar.add(DatasetReader.class, "moons", Moons.class);
        registrar.add(DatasetReader.class, "blobs", Blobs.class);
        registrar.add(DatasetReader.class, "spirals", Spirals.class);
        registrar.add(DatasetReader.class, "gaussian_quantiles", GaussianQuantiles.class);
        registrar.add(DatasetReader.class, "xor", Xor.class);
        registrar.add(DatasetReader.class, "linear_regression", LinearRegression.class);
    }

    private static void transforms(Registrar registrar) {
        registrar.add(Transform.class, "scale", Scale.class);
        registrar.add(Transform.Fitted.class, "scale", FittedScale.class);
        registrar.add(Transform.class, "standardize", Standardize.class);
        registrar.add(Transform.Fitted.class, "standardize", FittedStandardize.class);
        registrar.add(Transform.class, "normalize", Normalize.class);
        registrar.add(Transform.Fitted.class, "normalize", FittedNormalize.class);
        registrar.add(Transform.class, "impute", Impute.class);
        registrar.add(Transform.Fitted.class, "impute", FittedImpute.class);
        registrar.add(Transform.class, "one_hot", OneHot.class);
        registrar.add(Transform.Fitted.class, "one_hot", FittedOneHot.class);
        registrar.add(Transform.class, "drop", Drop.class);
        registrar.add(Transform.Fitted.class, "drop", FittedDrop.class);
        registrar.add(Transform.class, "flatten", Flatten.class);
        registrar.add(Transform.Fitted.class, "flatten", FittedFlatten.class);
        registrar.add(Transform.class, "min_max", MinMax.class);
        registrar.add(Transform.Fitted.class, "min_max", FittedMinMax.class);
        registrar.add(Transform.class, "robust", Robust.class);
        registrar.add(Transform.Fitted.class, "robust", FittedRobust.class);
        registrar.add(Transform.class, "ordinal", Ordinal.class);
        registrar.add(Transform.Fitted.class, "ordinal", FittedOrdinal.class);
        registrar.add(Transform.class, "clip", Clip.class);
        registrar.add(Transform.Fitted.class, "clip", FittedClip.class);
        registrar.add(Transform.class, "log", Log.class);
        registrar.add(Transform.Fitted.class, "log", FittedLog.class);
        registrar.add(Transform.class, "drop_constant", DropConstant.class);
        registrar.add(Transform.Fitted.class, "drop_constant", FittedDropConstant.class);
        registrar.add(Transform.class, "hashing", Hashing.class);
        registrar.add(Transform.Fitted.class, "hashing", FittedHashing.class);
        registrar.add(Transform.class, "power", Power.class);
        registrar.add(Transform.Fitted.class, "power", FittedPower.class);
        registrar.add(Transform.class, "polynomial", Polynomial.class);
        registrar.add(Transform.Fitted.class, "polynomial", FittedPolynomial.class);
        registrar.add(Augmentation.class, "flip", Flip.class);
        registrar.add(Augmentation.class, "rotate", Rotate.class);
        registrar.add(Augmentation.class, "shear", Shear.class);
        registrar.add(Augmentation.class, "shift", Shift.class);
        registrar.add(Augmentation.class, "zoom", Zoom.class);
        registrar.add(Augmentation.class, "crop", Crop.class);
        registrar.add(Augmentation.class, "brightness", Brightness.class);
        registrar.add(Augmentation.class, "noise", PixelNoise.class);
    }
}
