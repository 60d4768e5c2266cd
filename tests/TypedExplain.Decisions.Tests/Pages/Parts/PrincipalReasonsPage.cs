using System.Globalization;
using TypedExplain.Decisions.Tests.Reasons.Support;

namespace TypedExplain.Decisions.Tests.Pages.Parts;

internal static class PrincipalReasonsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<Applicant> past = Applicants.Past;
        PrincipalReasons<Applicant> reasons = new() { Reference = Reference.AtCutoff(past, cutoff: 640, band: 120) };

        console.WriteLine(reasons.State(Applicants.Score, Applicants.Poor) switch
        {
            Stated<Applicant> stated => stated.ToText(CultureInfo.InvariantCulture),
            AutomaticDenial<Applicant> denied => denied.ToText(CultureInfo.InvariantCulture),
            ReasonsRefused<Applicant> refused => $"{refused.Cause}: {refused.Explanation}",
        });
        // </page>
    }
}
