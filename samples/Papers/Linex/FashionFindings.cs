using System.Globalization;

namespace Papers;

/// <summary>What the measurements on Fashion-MNIST say of the conventions that the paper leaves open.</summary>
/// <param name="published">The published rows.</param>
/// <param name="conventions">The defaults and the likely conventions.</param>
/// <param name="tried">What else was tried.</param>
/// <param name="of">The numbers of a method under a convention.</param>
public sealed class FashionFindings(PublishedTable published, IReadOnlyList<Convention> conventions, IReadOnlyList<Convention> tried, Func<Convention, string, TableNumbers> of)
{
    private static readonly string[] s_methods = ["LIME", "S-LIME", "LINEX/rand", "MeLIME", "LINEX/real"];

    /// <summary>The part of the page.</summary>
    public string Write()
    {
        MarkdownTable table = new("row", "convention", "distance", "settled", "processor time an image");
        foreach (string method in s_methods)
        {
            (Convention Convention, TableNumbers Numbers, double Distance)[] own = Ranked(method);
            foreach ((Convention convention, TableNumbers numbers, double distance) in own)
                table.Add($"**{method}**", convention.Words, Text(distance), numbers.Besides(0) is [var settled, _] ? settled.ToString("P0", CultureInfo.InvariantCulture) : "–", numbers.Besides(0) is [_, var seconds] ? $"{seconds.ToString("0.0", CultureInfo.InvariantCulture)} s" : "–");
        }

        return table.HasRows ? Text(table) : "";
    }

    private string Text(MarkdownTable table) =>
        $"""
        ## What the paper leaves open, as far as it was measured

        {string.Join("\n\n", Paragraphs().OfType<string>())}

        ## How near each convention comes

        The distance of a row from the published one is the mean over its metrics of |a − b| ÷ max(a, b): 0 for the same row, toward 1 for one of quite
        another size. *Settled* is the share of images whose game came to rest within the tolerance and the caps.

        {table}
        """;

    private IEnumerable<string?> Paragraphs()
    {
        if (conventions.All(convention => s_methods.Take(3).All(method => of(convention, method).Splits > 0)))
        {
            yield return $"""
                **LIME, S-LIME and LINEX/rand** have only their infidelity published, 0.162, 0.142 and 0.149, with standard errors of 0.001 to 0.003 over kernel widths. Such small ones
                need a distance that hardly changes the weights, as LIME's 1 − cos does. Measured {Infidelities(conventions[0])} with an intercept,
                {Infidelities(conventions[1])} without. Which segments were hidden, and by what, is a guess from the kernel widths.
                """;
        }

        yield return Row("MeLIME", "without an intercept", "without an intercept, MeLIME's own weights", "without an intercept, ridge 100") is [var plain, var own, var heavy] ?
            $"""
            **MeLIME's row** has hardly any infidelity and yet slopes that look like the image. A ridge over 784 pixels gives the one or the other: with 0.001 it
            interpolates ({plain}), with 100 it echoes ({heavy}). Both at once takes weights that all but single out the image itself, and MeLIME's own density
            does that, exp(−δ²/r²) with r = 1, where the autoencoder's images lie about 3 from their image: {own}. It would also explain why the published row has no
            standard error over kernel widths: they have no part in it.
            """ : null;
        yield return Row("LINEX/real", "without an intercept", "without an intercept, ridge 100") is [var light, var held] ?
            $"""
            **LINEX/real's row**, with an infidelity of 0.100, small slopes and a CAC of 0.649, is what a fit without a constant gives when it is held back: {held} with a ridge
            of 100; with the published 0.001 {light}, the signs of noise. We do not know what held the authors' fit back. GI is smaller here than
            published in most rows near it.
            """ : null;
        yield return Row("LINEX/real", "with an intercept", "without an intercept") is [var with, var without] ?
            $"""
            **The intercept** does not decide it by itself on images, unlike on reviews: with one {with}, without {without}.
            """ : null;
        yield return Row("LINEX/real", "without an intercept, stopped early (ε = 0.1γ)", "without an intercept, stopped early (ε = 0.5γ)", "with an intercept, stopped early (ε = 0.5γ)") is [var tenth, var half, var halfWith] ?
            $"""
            **Stopping early**: {tenth} at a tenth of γ, {half} at half of it, with an intercept {halfWith}. It is the library's way to the equilibrium that is stopped
            here; the authors' players, who move in turn, reach one environment's own fit after the first round.
            """ : null;
        yield return Budgets();
    }

    private string Infidelities(Convention convention) => string.Join(", ", s_methods.Take(3).Select(method => Text(of(convention, method).OverWidths(0).Mean)));

    private string? Budgets()
    {
        if (Row("LINEX/real", [.. tried.Where(convention => convention is { Budget: < 1, Intercept: false }).Select(convention => convention.Words)]) is not [var third, var half])
            return null;
        Convention[] budgeted = [.. tried.Where(convention => double.IsFinite(convention.Budget))];
        string cost = string.Join(", ", budgeted.Select(convention => (convention, Numbers: of(convention, "LINEX/real"))).Where(own => own.Numbers.Splits > 0)
            .Select(own => string.Create(CultureInfo.InvariantCulture, $"{(own.convention.Intercept ? "with" : "without")} an intercept and t = {own.convention.Budget:0.#} {own.Numbers.Besides(0)[1]:0.0} s")));
        return $"""
            **The l1 budget** can be told by arithmetic where there is no intercept: numbers of an image are at most 1, so w·x is at most ‖w‖₁ ≤ t, and a probability near 1 is missed
            by at least 1 − t. With t = 0.3 there are {third}, with t = 0.5 {half}: an infidelity of 0.100 rules both out. The game was played at 784 slopes
            for {budgeted[0].MostRows} images, to a tenth of γ; processor time an image: {cost}.
            """;
    }

    /// <summary>A row under some conventions in words; null where one is not computed.</summary>
    private string[]? Row(string method, params string[] words)
    {
        TableNumbers[] own = [.. words.Select(name => of(tried.Single(convention => convention.Words == name), method))];
        return own.Any(numbers => numbers.Splits == 0) ? null
            : [.. own.Select(numbers => string.Join(", ", Enumerable.Range(0, TableMetrics.Names.Count).Where(metric => published[method, metric].Exists).Select(metric => $"{TableMetrics.Names[metric][..^2]} {Text(numbers.OverWidths(metric).Mean)}")))];
    }

    /// <summary>Conventions by how near they come to a published row, the nearest first.</summary>
    private (Convention Convention, TableNumbers Numbers, double Distance)[] Ranked(string method) =>
    [
        .. conventions.Concat(tried).Select(convention => (Convention: convention, Numbers: of(convention, method))).Where(own => own.Numbers.Splits > 0)
            .Select(own => (own.Convention, own.Numbers, Nearness.Of(published, method, own.Numbers))).OrderBy(own => own.Item3),
    ];

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
