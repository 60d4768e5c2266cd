using Microsoft.CodeAnalysis.CSharp;

namespace TypedExplain.Generators.Tests.Mutations;

/// <summary>Makes programs that are nearly right: of one that exists, a few tokens are lost, doubled, exchanged or replaced.</summary>
internal static class Mutator
{
    private static readonly string[] s_strange =
    [
        "@", "(", ")", "<", ">", "[", "]", "{", "}", ";", ",", ".", "::", "=>", "=", "?", "??", "-", "null", "default", "42", "-1", "1e308", "0x7fffffff", "double.NaN", "\"\"", "\"\\ud800\"",
        "partial", "record", "struct", "class", "interface", "enum", "file", "ref", "readonly", "required", "static", "abstract", "internal", "private", "this", "base", "field", "value", "get", "set", "init",
        "int", "int?", "double[]", "object", "dynamic", "void", "string", "T", "where", "new", "typeof(int)", "nameof", "params", "in", "out", "#if X\n", "#endif\n", "/// <summary>", "/*", "extension", "global",
        "[NotAFeature]", "[Numeric(1, 0)]", "[Protected]", "[ArrayLength(-1)]", "[Ordinal]", "[Cyclic]", "[Text]", "[Image(0, 0)]", "[Obsolete(\"\", true)]", "[FeatureRecord]", "[Categories(null)]", "[EncodedAs]",
    ];

    private static readonly string[][] s_tokens = [.. Programs.All.Select(Tokens)];

    /// <summary>The program of a number, and the one that it is made of; the same for the same number.</summary>
    public static (int Original, string Source) Of(int seed)
    {
        Random random = new(seed);
        int original = random.Next(s_tokens.Length);
        List<string> tokens = [.. s_tokens[original]];
        for (int count = random.Next(1, 5); count > 0; count--)
            Mutate(tokens, random);
        return (original, string.Concat(tokens));
    }

    private static void Mutate(List<string> tokens, Random random)
    {
        int at = random.Next(tokens.Count), other = random.Next(tokens.Count);
        switch (random.Next(7))
        {
            case 0 when tokens.Count > 1:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2:
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3:
                string[] foreign = s_tokens[random.Next(s_tokens.Length)];
                tokens[at] = foreign[random.Next(foreign.Length)];
                break;
            case 4:
                tokens[at] = " " + s_strange[random.Next(s_strange.Length)] + " ";
                break;
            case 5:
                tokens.RemoveRange(at, Math.Min(random.Next(1, 8), tokens.Count - at));
                tokens.Add(" ");
                break;
            default:
                tokens.Insert(at, " " + s_strange[random.Next(s_strange.Length)] + " ");
                break;
        }
    }

    private static string[] Tokens(string source) => [.. SyntaxFactory.ParseTokens(source).Select(token => token.ToFullString())];
}
