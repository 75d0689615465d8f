package org.layerwise.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Other names under which an experiment file may give an option, where the field knows it by several:
 * {@code epsilon} and {@code eps}. The record component's own name is the one that is written back.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Alias {
    /** The other names, in snake_case. */
    String[] value();
}
