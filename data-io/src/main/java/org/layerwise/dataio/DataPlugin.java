package org.layerwise.dataio;

import org.layerwise.core.Plugin;
import org.layerwise.dataio.generators.Blobs;
import org.layerwise.dataio.generators.Circles;
import org.layerwise.dataio.generators.GaussianQuantiles;
import org.layerwise.dataio.generators.LinearRegression;
import org.layerwise.dataio.generators.Moons;
import org.layerwise.dataio.generators.PlanarFlower;
import org.layerwise.dataio.generators.Spirals;
import org.layerwise.dataio.generators.Xor;
import org.layerwise.dataio.readers.Hdf5;
import org.layerwise.dataio.readers.Mat;

/** The readers, generators and transforms of this module. */
public final class DataPlugin implements Plugin {
    @Override
    public void register(Registrar registrar) {
        readers(registrar);
        generators(registrar);
    }

    private static void readers(Registrar registrar) {
        registrar.add(DatasetReader.class, "hdf5", Hdf5.class);
        registrar.add(DatasetReader.class, "mat", Mat.class);
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
}
