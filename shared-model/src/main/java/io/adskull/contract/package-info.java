@NullMarked
package io.adskull.contract;

import org.jspecify.annotations.NullMarked;
