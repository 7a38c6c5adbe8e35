@NullMarked
package io.adskull.contract.alert;

import org.jspecify.annotations.NullMarked;
