package org.layerwise.dataio.readers;

import java.util.List;
import java.util.Map;
import org.layerwise.dataio.samples.DamageContract;
import org.layerwise.dataio.samples.Sample;

/** Every reader of this module against every kind of damage. */
class DamagedFilesTest implements DamageContract {
    static List<Sample> samples() {
        return Sample.all();
    }

    @Override
    public Map<String, String> withoutCheckSum() {
        return Map.ofEntries(
                Map.entry("table.csv", "a text"),
                Map.entry("images.idx", "IDX has no check sum"),
                Map.entry("doubles.idx", "IDX has no check sum"),
                Map.entry("doubles.npy", "NPY has no check sum"),
                Map.entry("contiguous.h5", "HDF5 sums chunks only, and only if asked to"),
                Map.entry("chunked.h5", "HDF5 sums chunks only if asked to"),
                Map.entry("summed.h5", "HDF5 before version 1.10 does not sum what describes the data"),
                Map.entry("latest.h5", "HDF5 sums chunks only if asked to"),
                Map.entry("plain.mat", "MATLAB sums compressed variables only"),
                Map.entry("v73.mat", "HDF5 sums chunks only if asked to"),
                Map.entry("compressed.mat", "MATLAB does not sum its first 128 bytes and the tags"),
                Map.entry("baseline.jpg", "JPEG has no check sum"),
                Map.entry("progressive.jpg", "JPEG has no check sum"),
                Map.entry("colours.bmp", "BMP has no check sum"),
                Map.entry("palette.gif", "GIF has no check sum"),
                Map.entry("lossless.webp", "WebP has no check sum"),
                Map.entry("lossy.webp", "WebP has no check sum"));
    }
}
