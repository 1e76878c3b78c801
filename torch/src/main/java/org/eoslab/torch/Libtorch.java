package org.eoslab.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.global.torch;

/**
 * The native library, loaded on first use.
 *
 * <p>Two thread pools share the cores: the BLAS's and OpenMP's. OpenMP's idle threads spin by default, and would take the
 * cores from the BLAS (three to four times slower); they sleep when {@code OMP_WAIT_POLICY=PASSIVE} is in the environment
 * before the JVM starts, and then both pools get {@code OMP_NUM_THREADS}, or all cores. Without it libtorch's own gets one
 * thread.
 */
public final class Libtorch {
    private static final int THREADS = load();

    private Libtorch() {}

    private static int load() {
        unpackFirst("torch_cpu");
        String policy = System.getenv("OMP_WAIT_POLICY");
        boolean passive = policy != null && policy.toUpperCase(Locale.ROOT).equals("PASSIVE");
        // Without OMP_NUM_THREADS this build starts with one thread; with it, it knows no quota of a container.
        int cores = Runtime.getRuntime().availableProcessors();
        int most = System.getenv("OMP_NUM_THREADS") == null ? cores : Math.min(torch.get_num_threads(), cores);
        int threads = passive ? most : 1;
        torch.set_num_threads(threads);
        // Where it cannot run it says so on standard error at every convolution.
        torch.globalContext().setUserEnabledNNPACK(false);
        return threads;
    }

    /**
     * Unpacks a library before any is loaded. The loader unpacks and loads one after another, and libtorch.so, loaded first,
     * asks for libtorch_cpu.so: not yet unpacked, that would be found among the system's libraries, in another version.
     */
    private static void unpackFirst(String library) {
        String name = "/org/bytedeco/pytorch/" + Loader.getPlatform() + "/" + System.mapLibraryName(library);
        try {
            Loader.cacheResource(name);
        } catch (IOException e) {
            throw new UncheckedIOException("could not unpack " + name + " into " + cache(), e);
        }
    }

    private static String cache() {
        return System.getProperty("org.bytedeco.javacpp.cachedir", "~/.javacpp/cache");
    }

    /** Loads it if that has not happened; returns the threads of its own pool. */
    public static int threads() {
        return THREADS;
    }

    /** Lets a native object outlive the {@code PointerScope} it was made in: it goes when Java no longer refers to it. */
    static <P extends Pointer> P keep(P pointer) {
        pointer.retainReference();
        return pointer;
    }
}
