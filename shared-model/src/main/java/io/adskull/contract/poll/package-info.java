@NullMarked
package io.adskull.contract.poll;

import org.jspecify.annotations.NullMarked;
