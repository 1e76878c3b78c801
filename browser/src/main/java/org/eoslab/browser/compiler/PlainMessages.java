package org.eoslab.browser.compiler;

import java.util.Locale;
import org.hipparchus.exception.Localizable;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** Leaves Hipparchus' messages as they are written: it looks for translations by a class that the compiler's class library lacks. */
public final class PlainMessages implements TeaVMPlugin {
    private static final MethodDescriptor LOCALIZED =
            new MethodDescriptor("getLocalizedString", String.class, String.class, Locale.class, String.class);

    @Override
    public void install(TeaVMHost host) {
        host.add(new Transformer());
    }

    /** Has a message be its own translation. */
    private static final class Transformer implements ClassHolderTransformer {
        @Override
        public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
            MethodHolder method = type.getMethod(LOCALIZED);
            if (type.getName().equals(Localizable.class.getName()) && method != null) {
                ProgramEmitter.create(method, context.getHierarchy())
                        .var(0, Localizable.class)
                        .invokeVirtual("getSourceString", String.class)
                        .returnValue();
            }
        }
    }
}
