package org.eoslab.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The functions of the language, by name: how many values they take. */
final class Functions {
    /** Any number of values, but at least one. */
    static final int ANY = -1;

    private static final Map<String, Integer> ARITY = new LinkedHashMap<>();

    static {
        for (String name :
                ("exp log log10 log1p expm1 sqrt cbrt sin cos tan asin acos atan sinh cosh tanh abs sign sigmoid softplus"
                                + " relu erf normcdf normpdf sum mean prod norm")
                        .split(" ")) {
            ARITY.put(name, 1);
        }
        ARITY.put("pow", 2);
        ARITY.put("dot", 2);
        ARITY.put("if", 3);
        ARITY.put("min", ANY);
        ARITY.put("max", ANY);
    }

    private Functions() {}

    static Set<String> names() {
        return ARITY.keySet();
    }

    static boolean has(String name) {
        return ARITY.containsKey(name);
    }

    /** Whether the language has that name for itself, so that no variable can have it. */
    static boolean reserved(String name) {
        return has(name) || name.equals("pi") || name.equals("e");
    }

    static int arity(String name) {
        return ARITY.getOrDefault(name, 0);
    }
}
