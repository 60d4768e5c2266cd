using System.Globalization;
using System.Text;

namespace TypedExplain.Decisions.Reasons.Statements;

/// <summary>The texts of reasons as a person reads them.</summary>
internal static class ReasonTexts
{
    /// <summary>One a line, numbered.</summary>
    /// <exception cref="InvalidOperationException">A reason has no text in the language.</exception>
    public static string Of<T>(IEnumerable<Reason<T>> reasons, CultureInfo culture)
        where T : IFeatureRecord<T>
    {
        StringBuilder text = new();
        int number = 0;
        foreach (Reason<T> reason in reasons)
            text.Append(culture, $"{++number}. {reason.TextIn(culture)}\n");
        return text.ToString();
    }
}
