#include "moment.h"

#include <stdlib.h>
#include <time.h>

void
moment_set_zone(void)
{
	setenv("TZ", "Europe/London", 1);
	tzset();
}
