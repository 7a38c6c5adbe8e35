/// What the system is made of: names, ports, programs, surroundings, and how each says that it is well.
@NullMarked
package io.adskull.local.component;

import org.jspecify.annotations.NullMarked;
