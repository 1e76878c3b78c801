package org.eoslab.torch.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.NamedTensor;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.bytedeco.pytorch.named_parameter_iterator;
import org.bytedeco.pytorch.named_parameter_list;
import org.eoslab.experiment.InputException;
import org.eoslab.torch.Libtorch;
import org.eoslab.torch.LibtorchError;
import org.eoslab.torch.NativeWork;
import org.eoslab.torch.Precision;
import org.eoslab.torch.network.Initialisation;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Parameter;

/**
 * A module that PyTorch saved as TorchScript. Its parameters are those that require a gradient, or some of them; all else is as it was saved. It
 * starts where it was saved, whatever the seed.
 *
 * <p>Each point has a copy of the module with its own tensors in the places of the parameters, so that what is differentiated by is what
 * the module computes with. TorchScript's optimising executor is not used: with it second derivatives are wrong from the second or third
 * call on.
 */
public final class ScriptNetwork implements Network {
    private final JitModule module;
    private final List<Parameter> parameters;
    private final double[] stored;
    private final Precision precision;
    /** Of every place with a tensor the number of its parameter, or −1. */
    private final int[] roles;

    private ScriptNetwork(JitModule module, Found found) {
        this.module = module;
        this.parameters = List.copyOf(found.parameters);
        this.stored = found.values.stream().flatMapToDouble(Arrays::stream).toArray();
        this.precision = found.wide ? Precision.FLOAT64 : Precision.FLOAT32;
        this.roles = found.roles(module);
    }

    /** The parameters as they are found. */
    private static final class Found {
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<double[]> values = new ArrayList<>();
        private final Map<Long, Integer> byAddress = new HashMap<>();
        private boolean wide;

        void add(String name, Tensor tensor) {
            if (byAddress.containsKey(address(tensor))) {
                return; // tied to one that is there
            }
            byAddress.put(address(tensor), parameters.size());
            // It is never drawn: a network begins as it was saved.
            parameters.add(
                    new Parameter(name, LongStream.of(tensor.shape()).boxed().toList(), Initialisation.ZERO));
            Tensor numbers = tensor.detach().to(ScalarType.Double).contiguous();
            double[] copy = new double[Math.toIntExact(numbers.numel())];
            new DoublePointer(numbers.data_ptr_double()).get(copy);
            values.add(copy);
            wide |= tensor.scalar_type().intern() == ScalarType.Double;
        }

        int[] roles(JitModule module) {
            List<Integer> roles = new ArrayList<>();
            TensorSlots.replace(module._ivalue(), tensor -> {
                roles.add(tensor.defined() ? byAddress.getOrDefault(address(tensor), -1) : -1);
                return tensor;
            });
            return roles.stream().mapToInt(Integer::intValue).toArray();
        }

        private static long address(Tensor tensor) {
            return tensor.data_ptr().address();
        }
    }

    /**
     * Loads a module.
     *
     * @param file where it is
     * @param chosen of which of its parameters it is to be a function, by their names; the others stay as they are
     * @param evaluation whether to put it into evaluation mode, as {@code net.eval()} does; else its mode is that in which it was saved
     * @throws InputException when it is no such file, or has no such parameters
     */
    public static ScriptNetwork load(String file, Predicate<String> chosen, boolean evaluation) {
        if (!Files.isRegularFile(Path.of(file))) {
            throw new InputException("network: " + file + ": there is no such file");
        }
        try (NativeWork work = NativeWork.begin()) {
            Libtorch.load();
            try (PointerScope scope = new PointerScope()) {
                JitModule module = read(file);
                if (evaluation) {
                    module.eval();
                }
                return new ScriptNetwork(module, found(module, chosen, file));
            }
        }
    }

    private static JitModule read(String file) {
        try {
            return Libtorch.keep(torch.load(file));
        } catch (RuntimeException e) {
            throw new InputException("network: " + file
                    + " is no module that PyTorch saved by torch.jit.script(net).save(\"net.pt\") or trace: "
                    + LibtorchError.line(e));
        }
    }

    private static Found found(JitModule module, Predicate<String> chosen, String file) {
        Found found = new Found();
        List<String> names = new ArrayList<>();
        named_parameter_list list = module.named_parameters();
        named_parameter_iterator end = list.end();
        for (named_parameter_iterator i = list.begin(); i.notEquals(end); i.increment()) {
            NamedTensor entry = i.multiply();
            String name = entry.name().getString();
            if (entry.value().requires_grad()) {
                names.add(name);
                if (chosen.test(name)) {
                    found.add(name, entry.value());
                }
            }
        }
        if (names.isEmpty()) {
            throw new InputException("network: " + file + " has no parameters that require a gradient; save it without"
                    + " torch.jit.freeze, which makes constants of them");
        }
        if (found.parameters.isEmpty()) {
            throw new InputException(
                    "parameters: none of " + file + " is meant; there are " + String.join(", ", names));
        }
        return found;
    }

    /** The precision in which its parameters were saved; single for less. */
    public Precision precision() {
        return precision;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public double[] initial(long seed) {
        return stored.clone();
    }

    @Override
    public Tensor forward(List<Tensor> parameters, Tensor inputs) {
        return at(parameters).apply(inputs);
    }

    @Override
    public UnaryOperator<Tensor> at(List<Tensor> point) {
        ScalarType type = point.get(0).scalar_type();
        JitModule copy;
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            copy = Libtorch.keep(module.deepcopy());
            int[] place = {0};
            TensorSlots.replace(copy._ivalue(), tensor -> {
                int role = roles[place[0]++];
                if (role >= 0) {
                    return point.get(role);
                }
                boolean floating = tensor.defined() && torch.isFloatingType(tensor.scalar_type());
                return floating ? tensor.detach().to(type) : tensor;
            });
        }
        return inputs -> outputs(copy, inputs);
    }

    private static Tensor outputs(JitModule module, Tensor inputs) {
        torch.setGraphExecutorOptimize(false); // of this thread
        IValue outputs = module.forward(new IValueVector(new IValue(inputs)));
        if (!outputs.isTensor()) {
            throw new InputException(
                    "network: its forward gives " + outputs.tagKind().getString()
                            + "; it must give one tensor, so wrap it in a module that returns the one to learn");
        }
        return outputs.toTensor();
    }
}
