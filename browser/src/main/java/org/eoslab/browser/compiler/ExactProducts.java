package org.eoslab.browser.compiler;

import java.util.ArrayList;
import java.util.List;
import org.teavm.model.BasicBlock;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NumericOperandType;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Keeps the order of products. The compiler writes a·(b·c) as {@code a*b*c}, which JavaScript takes from the left: another rounding. Every product
 * of doubles becomes a {@link Product}, which it cannot take apart.
 */
public final class ExactProducts implements TeaVMPlugin {
    private static final MethodReference PRODUCT =
            new MethodReference(Product.class, "of", double.class, double.class, double.class);

    @Override
    public void install(TeaVMHost host) {
        host.add(new Rewriting(Product.class, block -> products(block).forEach(ExactProducts::replace)));
    }

    private static List<BinaryInstruction> products(BasicBlock block) {
        List<BinaryInstruction> products = new ArrayList<>();
        for (Instruction instruction : block) {
            if (instruction instanceof BinaryInstruction binary
                    && binary.getOperation() == BinaryOperation.MULTIPLY
                    && binary.getOperandType() == NumericOperandType.DOUBLE) {
                products.add(binary);
            }
        }
        return products;
    }

    private static void replace(BinaryInstruction product) {
        InvokeInstruction call = new InvokeInstruction();
        call.setType(InvocationType.SPECIAL);
        call.setMethod(PRODUCT);
        call.setArguments(product.getFirstOperand(), product.getSecondOperand());
        call.setReceiver(product.getReceiver());
        call.setLocation(product.getLocation());
        product.replace(call);
    }
}
