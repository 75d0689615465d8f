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
 * @param index its place in the canonical constructor
 */
record Option(String name, Set<String> keys, Type type, Method accessor, int index) {
    boolean isCalled(String key) {
        return keys.contains(Names.key(key));
    }
}
