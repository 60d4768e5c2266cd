using System.Globalization;
using TypedExplain.Decisions;

namespace TypedExplain.Aot;

/// <summary>What applicants are told: principal reasons, a report of them, recourse and an audit, of a forest and of a function.</summary>
internal static class Told
{
    private const double Cutoff = 0.5;

    public static IEnumerable<string> Lines()
    {
        Dataset<Applicant> past = new(Enumerable.Range(0, 60).Select(Applicant.Example));
        Forest<Applicant> forest = new RandomForest<Applicant> { Trees = 15, Seed = 3 }.Train(past.WithTarget(past.Rows.Select(one => one.Score())));
        PrincipalReasons<Applicant> reasons = new()
        {
            Reference = Reference.AtCutoff(past, Cutoff, 0.3),
            Rules = [AutomaticDenial.When(ApplicantReason.R11, (Applicant one) => one.HasDefaulted && one.Income < 15_000)],
        };
        Recourse<Applicant> recourse = new() { Wanted = answer => answer >= Cutoff, Alternatives = 2, Examples = past };
        foreach (IModel<Applicant> model in (IModel<Applicant>[])[Model.From<Applicant>(one => one.Score()), forest])
        {
            foreach (Applicant one in past.Rows.AsSpan(0, 12).ToArray())
            {
                ReasonStatement<Applicant> statement = reasons.State(model, one);
                string json = statement.ToJson();
                yield return statement.ToString()!;
                yield return $"{json} read {ReasonStatement<Applicant>.FromJson(json).ToJson() == json}";
                if (statement is Stated<Applicant> stated)
                    yield return stated.ToText(CultureInfo.InvariantCulture);

                RecourseOutcome<Applicant> outcome = recourse.Find(model, one);
                json = outcome.ToJson();
                yield return outcome.ToString()!;
                yield return $"{json} read {RecourseOutcome<Applicant>.FromJson(json).ToJson() == json}";
            }

            ReasonReport<Applicant> report = ReasonReport<Applicant>.Of(reasons, model, past.Rows, new() { Segments = [ReasonSegments.By(ApplicantFeatures.Housing)] });
            yield return report.ToString();
            yield return $"read {ReasonReport<Applicant>.FromJson(report.ToJson()).ToJson() == report.ToJson()}";
            yield return recourse.Plan(model, past[0]).ToString();
            yield return recourse.Audit(model, past, one => one.Housing.ToString()).ToString();
        }
    }
}
