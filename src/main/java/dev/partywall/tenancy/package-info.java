/** How a database tells its tenants apart: what the profile declares, completed by what the catalogue shows. */
@NullMarked
package dev.partywall.tenancy;

import org.jspecify.annotations.NullMarked;
