using System.Globalization;
using System.Text;

namespace TypedExplain.Decisions;

public sealed partial class ReasonReport<T>
{
    /// <summary>The report as Markdown. Segments of protected features are in it, marked as such, as they were asked for.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"# Principal reasons of {T.Schema.Name}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- adverse decisions: {Adverse}\n- reasons stated: {Stated}\n- of which a rule denied: {Denied}\n\n");
        AppendCodes(text, "## Reasons\n", Codes.Select(code => (code.Reason.ToString(), code)));
        AppendRefusals(text);
        AppendSegments(text);
        AppendStability(text);
        AppendAgreement(text);
        text.Append("## Deletion test\n\nThe features behind the stated reasons moved to the reference:\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- the score moves towards the favorable side: {Deletion.Moved}\n- the decision becomes favorable: {Deletion.Flipped}\n- mean move: {Deletion.MeanMove:G4}\n");
        if (!Drift.IsEmpty)
            text.Append("\n## Since the earlier report\n\n");
        foreach (ReasonDrift<T> drift in Drift)
            text.Append(CultureInfo.InvariantCulture, $"- {drift}\n");
        return text.ToString();
    }

    private static void AppendCodes(StringBuilder text, string heading, IEnumerable<(string Name, ReasonShare<T> Share)> rows)
    {
        text.Append(heading).Append("\n| Reason | Stated | First |\n| --- | ---: | ---: |\n");
        foreach ((string name, ReasonShare<T> share) in rows)
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(name)} | {share.Stated} | {share.First} |\n");
        text.Append('\n');
    }

    private void AppendRefusals(StringBuilder text)
    {
        if (Refusals.IsEmpty)
            return;
        text.Append("## Refusals\n\n| Cause | People | Example |\n| --- | ---: | --- |\n");
        foreach (RefusalShare refusal in Refusals)
            text.Append(CultureInfo.InvariantCulture, $"| {refusal.Cause} | {refusal.People} | {Cell(refusal.Example)} |\n");
        text.Append('\n');
    }

    private void AppendSegments(StringBuilder text)
    {
        foreach (IGrouping<ReasonSegmentation<T>, ReasonSegment<T>> segments in Segments.GroupBy(segment => segment.Segmentation))
        {
            text.Append(CultureInfo.InvariantCulture, $"## By {segments.Key}\n\n| Segment | Reasons stated | Most frequent |\n| --- | ---: | --- |\n");
            foreach (ReasonSegment<T> segment in segments)
                text.Append(CultureInfo.InvariantCulture, $"| {Cell(segment.Value)} | {segment.Stated} | {string.Join(", ", segment.Codes.Take(4).Select(code => string.Create(CultureInfo.InvariantCulture, $"{Cell(code.Reason.CodeText)} {100 * code.Stated.Value:0.0} %")))} |\n");
            text.Append('\n');
        }
    }

    private void AppendStability(StringBuilder text)
    {
        if (Seeds is null && Resamples is null && Steps.IsEmpty)
            return;
        text.Append("## Stability\n\n| Change | Same reasons | Same first | No longer stated |\n| --- | ---: | ---: | ---: |\n");
        Append("another seed", Seeds);
        Append("people of the reference drawn anew", Resamples);
        foreach (StepStability<T> step in Steps)
            Append(string.Create(CultureInfo.InvariantCulture, $"{step.Feature.DisplayName} ± {step.Step}"), step.Stability);
        text.Append('\n');

        void Append(string change, ReasonStability? stability)
        {
            if (stability is { } told)
                text.Append(CultureInfo.InvariantCulture, $"| {Cell(change)} | {told.SameReasons} | {told.SameFirst} | {told.Refused} |\n");
        }
    }

    private void AppendAgreement(StringBuilder text)
    {
        if (Agreement.IsEmpty)
            return;
        text.Append(CultureInfo.InvariantCulture, $"## Agreement with {SecondMethod}\n\n| First | Same reasons | Mean overlap |\n| ---: | ---: | ---: |\n");
        foreach (MethodAgreement agreement in Agreement)
            text.Append(CultureInfo.InvariantCulture, $"| {agreement.K} | {agreement.SameReasons} | {100 * agreement.MeanOverlap:0.0} % |\n");
        text.Append('\n');
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
