DROP INDEX "costs_quarter";
--> statement-breakpoint
DROP INDEX "reports_quarter_review";
--> statement-breakpoint
CREATE INDEX "reports_quarter_realised" ON "reports" USING btree ("quarter","realised_minor","evidence");
--> statement-breakpoint
CREATE INDEX "costs_quarter" ON "costs" USING btree ("quarter","amount_minor");
--> statement-breakpoint
CREATE INDEX "reports_quarter_review" ON "reports" USING btree ("quarter","review","kpi_id");
