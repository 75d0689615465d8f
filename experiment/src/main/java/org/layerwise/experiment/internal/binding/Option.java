package org.layerwise.experiment.internal.binding;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Set;

/**
 * One component of a record as an experiment file sees it.
 *
 * @param name in snake_case
 * @param keys the spellings that are accepted, normalized
 * @param type its generic type
 * @param accessor reads it
 * @param arity whether a single element may stand for a list
 * @param index its place in the canonical constructor
 */
record Option(String name, Set<String> keys, Type type, Method accessor, Arity arity, int index) {
    /** How many elements may stand without brackets. */
    enum Arity {
        /** None: a list is a list. */
        AS_TYPED,
        /** One. */
        ONE_OR_MORE
    }

    boolean isCalled(String key) {
        return keys.contains(Names.key(key));
    }
}
