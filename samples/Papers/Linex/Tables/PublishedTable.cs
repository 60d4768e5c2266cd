using System.Globalization;

namespace Papers;

/// <summary>The LINEX paper's Tables 3 to 5 of one data set: method and INFD, GI, CI, Υ, CAC.</summary>
public sealed class PublishedTable
{
    private readonly Dictionary<string, PublishedCell[]> _rows = [];

    private PublishedTable(string rows)
    {
        foreach (string row in rows.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] parts = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            PublishedCell[] cells = [.. parts[1..].Select(Parse)];

            // Υ without zeros is not published; it stands before CAC.
            _rows[parts[0]] = [.. cells[..4], PublishedCell.None, cells[4]];
        }
    }

    /// <summary>What is published of a method, in the order of <see cref="TableMetrics.Names"/>.</summary>
    public PublishedCell this[string method, int metric] => _rows.TryGetValue(method, out PublishedCell[]? row) ? row[metric] : PublishedCell.None;

    /// <summary>Iris; the source shows "097" for SHAP's GI, which may be 0.097 or 0.97.</summary>
    public static PublishedTable Iris { get; } = new(
        """
        LIME .015±.011 .132±.042 .319±.132 .646±.040 .667±.167
        S-LIME .015±.010 .077±.011 .143±.045 .704±.037 .878±.034
        LINEX/rand .013±.009 .052±.008 .044±.013 .802±.043 .921±.042
        MeLIME .008±.003 .049±.018 .219±.108 .629±.013 .464±.100
        LINEX/real .009±.003 .029±.003 .024±.002 .744±.044 .942±.023
        MAPLE .009±.001 .038±.004 .261±.033 .458±.032 .586±.035
        LINEX/mpl .013±.000 .020±.000 .026±.002 .694±.008 .929±.004
        SHAP .007 – .248 .664 .524
        """);

    /// <summary>MEPS.</summary>
    public static PublishedTable Meps { get; } = new(
        """
        LIME .158±.066 .214±.040 .005±.000 .981±.006 –
        S-LIME .158±.066 .214±.042 .005±.001 .974±.008 –
        LINEX/rand .130±.052 .164±.021 .003±.001 .979±.006 –
        MAPLE .063±.000 .067±.000 .007±.000 .957±.000 –
        LINEX/mpl .098±.001 .094±.001 .007±.000 .950±.000 –
        SHAP .000 .091 .009 .940 –
        """);

    /// <summary>Fashion-MNIST.</summary>
    public static PublishedTable Fashion { get; } = new(
        """
        LIME .162±.001 – – – –
        S-LIME .142±.003 – – – –
        LINEX/rand .149±.002 – – – –
        MeLIME .001±.000 .277±.000 .007±.000 .769±.000 .327±.000
        LINEX/real .100±.002 .304±.001 .002±.000 .780±.000 .649±.001
        SHAP .000 1.962 .589 .551 .038
        """);

    /// <summary>Rotten Tomatoes.</summary>
    public static PublishedTable Reviews { get; } = new(
        """
        LIME .079±.036 – – – –
        S-LIME .075±.035 – – – –
        LINEX/rand .069±.032 – – – –
        MeLIME .029±.001 .391±.000 .000±.000 .999±.000 .909±.000
        LINEX/real .053±.000 .361±.000 .000±.000 1.000±.000 .953±.001
        SHAP .000 .384 .008 .999 .015
        """);

    private static PublishedCell Parse(string cell)
    {
        if (cell == "–")
            return PublishedCell.None;
        string[] parts = cell.Split('±');
        return new(double.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? double.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
    }
}
