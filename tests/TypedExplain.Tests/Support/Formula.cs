using System.Globalization;

namespace TypedExplain.Tests.Support;

/// <summary>
/// Functions as golden files write them: + − * / ^, |…|, parentheses, exp, sin, cos, tanh, log, sqrt, abs, max, min,
/// x0, x1, …, and "sum_j term" over all j with x_j and j in the term.
/// </summary>
internal sealed class Formula(string text, double[] x)
{
    private readonly string _text = text.Replace(" ", "");
    private int _at;
    private int _j = -1;

    public static double Evaluate(string text, double[] x)
    {
        Formula formula = new(text, x);
        double value = formula.Sum();
        Assert.True(formula._at == formula._text.Length, $"'{text}' cannot be read beyond '{formula._text[..formula._at]}'.");
        return value;
    }

    private double Sum()
    {
        double value = Term();
        while (true)
        {
            if (Take("+"))
                value += Term();
            else if (Take("-"))
                value -= Term();
            else
                return value;
        }
    }

    private double Term()
    {
        if (Take("sum_j"))
            return SumOverFeatures();
        double value = Signed();
        while (true)
        {
            if (Take("*"))
                value *= Signed();
            else if (Take("/"))
                value /= Signed();
            else
                return value;
        }
    }

    private double SumOverFeatures()
    {
        double sum = 0;
        int start = _at;
        for (_j = 0; _j < x.Length; _j++)
        {
            _at = start;
            sum += Term();
        }

        _j = -1;
        return sum;
    }

    private double Signed() => Take("-") ? -Signed() : Power();

    private double Power()
    {
        double value = Atom();
        return Take("^") ? Math.Pow(value, Signed()) : value;
    }

    private double Atom()
    {
        if (Take("("))
            return Closed(Sum(), ")");
        if (Take("|"))
            return Math.Abs(Closed(Sum(), "|"));
        if (Take("x_j"))
            return x[_j];
        if (_j >= 0 && Take("j"))
            return _j;
        if (Take("x"))
            return x[int.Parse(Digits(), CultureInfo.InvariantCulture)];
        if (char.IsAsciiDigit(_text[_at]))
            return double.Parse(Digits(), CultureInfo.InvariantCulture);

        int open = _text.IndexOf('(', _at);
        string name = _text[_at..open];
        _at = open + 1;
        double first = Sum();
        double second = Take(",") ? Sum() : 0;
        return Closed(
            name switch
            {
                "exp" => Math.Exp(first),
                "sin" => Math.Sin(first),
                "cos" => Math.Cos(first),
                "tanh" => Math.Tanh(first),
                "log" => Math.Log(first),
                "sqrt" => Math.Sqrt(first),
                "abs" => Math.Abs(first),
                "max" => Math.Max(first, second),
                "min" => Math.Min(first, second),
                _ => throw new NotSupportedException($"The function {name} is not known; add it."),
            },
            ")");
    }

    private string Digits()
    {
        int start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.'))
            _at++;
        return _text[start.._at];
    }

    private double Closed(double value, string end)
    {
        Assert.True(Take(end), $"'{_text}' misses {end} at {_at}.");
        return value;
    }

    private bool Take(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
            return false;
        _at += word.Length;
        return true;
    }
}
