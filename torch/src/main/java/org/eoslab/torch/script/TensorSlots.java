package org.eoslab.torch.script;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.Obj;
import org.bytedeco.pytorch.Tensor;

/**
 * Every place of a module and its submodules where a tensor stands, in one order: attributes and entries of lists. A parameter may stand in
 * several: a tied weight, or the weights of an LSTM, which has a list of them besides.
 */
final class TensorSlots {
    private final UnaryOperator<Tensor> replacement;
    private final Set<Long> seen = new HashSet<>();

    private TensorSlots(UnaryOperator<Tensor> replacement) {
        this.replacement = replacement;
    }

    /**
     * Puts another tensor, or the same, into each place.
     *
     * @param replacement of the tensor that stands there; called for one place after another, in the same order for every copy of a module
     */
    static void replace(Obj module, UnaryOperator<Tensor> replacement) {
        new TensorSlots(replacement).visit(module);
    }

    private void visit(Obj object) {
        if (!seen.add(object.address())) {
            return;
        }
        long slots = object.slots().size();
        for (long i = 0; i < slots; i++) {
            IValue value = object.getSlot(i);
            if (value.isTensor()) {
                object.setSlot(i, new IValue(replacement.apply(value.toTensor())));
            } else if (value.isObject()) {
                visit(value.toObject());
            } else if (value.isList()) {
                visit(value.toList());
            }
        }
    }

    private void visit(GenericList list) {
        for (long i = 0; i < list.size(); i++) {
            IValue value = list.get(i);
            if (value.isTensor()) {
                list.set(i, new IValue(replacement.apply(value.toTensor())));
            } else if (value.isObject()) {
                visit(value.toObject());
            }
        }
    }
}
