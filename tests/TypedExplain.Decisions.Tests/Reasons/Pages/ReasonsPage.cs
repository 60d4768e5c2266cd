using System.Globalization;
using TypedExplain.Decisions.Tests.Reasons.Support;

namespace TypedExplain.Decisions.Tests.Reasons.Pages;

/// <summary>The program of the section on principal reasons of docs/decisions.md. The lines between the marks stand there word for word.</summary>
internal static class ReasonsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<Applicant> past = Applicants.Past;
        IModel<Applicant> model = Applicants.Score;
        PrincipalReasons<Applicant> reasons = new()
        {
            Reference = Reference.AtCutoff(past, cutoff: 640, band: 120),
            Rules = [AutomaticDenial.When(ApplicantReason.R11, (Applicant one) => one.HasDefaulted && one.Debt > 150_000)],
        };

        Applicant poor = Applicants.Poor;
        Tell(model, poor);
        Tell(model, poor with { Debt = 160_000 });
        Tell(model, poor with { Income = 190_000 });
        Tell(Model.From<Applicant>(one => model.Predict(one) - (one.IsForeign ? 90 : 0)), poor with { IsForeign = true });

        // What a validator asks for, over many people.
        ReasonReport<Applicant> report = ReasonReport<Applicant>.Of(reasons, model, past.Rows, new()
        {
            Segments = [ReasonSegments.By(ApplicantFeatures.Lives)],
            SecondMethod = reasons with { Explainer = new PermutationShap<Applicant> { Background = past } },
        });
        console.WriteLine(report);

        void Tell(IModel<Applicant> model, Applicant applicant)
        {
            switch (reasons.State(model, applicant))
            {
                case Stated<Applicant> stated:
                    console.WriteLine($"{stated}\n{stated.ToText(CultureInfo.InvariantCulture)}");
                    break;
                case AutomaticDenial<Applicant> denied:
                    console.WriteLine($"denied by a rule:\n{denied.ToText(CultureInfo.InvariantCulture)}");
                    break;
                case ReasonsRefused<Applicant> refused:
                    console.WriteLine($"no reasons stated ({refused.Cause}): {refused.Explanation}\n");
                    break;
            }
        }
        // </page>
    }
}
