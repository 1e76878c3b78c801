package org.eoslab.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * The native library, loaded on first use. It computes in the thread that asks, and so does its BLAS: what is shared out to threads is the
 * examples ({@link Chunks}), so that the bits do not depend on how many there are.
 */
public final class Libtorch {
    static {
        unpackFirst("torch_cpu");
        torch.set_num_threads(1);
        openblas_nolapack.blas_set_num_threads(1);
        // Where it cannot run it says so on standard error at every convolution.
        torch.globalContext().setUserEnabledNNPACK(false);
        // The fused attention has no second derivatives.
        torch.globalContext().setSDPUseFlash(false);
        torch.globalContext().setSDPUseMemEfficient(false);
    }

    private Libtorch() {}

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

    /** Loads it if that has not happened. */
    public static void load() {
        // Entering the class did it.
    }

    /** Lets a native object outlive the {@code PointerScope} it was made in: it goes when Java no longer refers to it. */
    public static <P extends Pointer> P keep(P pointer) {
        pointer.retainReference();
        return pointer;
    }
}
