@NullMarked
package io.adskull.contract.account;

import org.jspecify.annotations.NullMarked;
