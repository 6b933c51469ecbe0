-- The form that a plan was made with: sent twice, it makes one plan.
alter table evergreen_plan add column made_with uuid unique;
