#include "app.h"

#include "db.h"

struct db *
app_db(struct app *app, struct error *err)
{
	if (!app->db)
		app->db = db_open("greenpaper_web", err);
	else if (!db_ready(app->db, err))
		return NULL;
	return app->db;
}
