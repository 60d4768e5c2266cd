using System.Text;

namespace TypedExplain.Fuzz.Mutators;

/// <summary>Changes text word by word: numbers, names, quoted texts and the signs between them, in JSON, tables and lists of vectors.</summary>
internal static class TextMutator
{
    public static byte[] Mutate(Random random, byte[] bytes, byte[] other)
    {
        List<string> words = Words(Encoding.UTF8.GetString(bytes)), others = Words(Encoding.UTF8.GetString(other));
        for (int changes = random.Next(1, 5); changes > 0 && words.Count > 0; changes--)
        {
            int at = random.Next(words.Count), count = Math.Min(words.Count - at, random.Next(1, 12));
            switch (random.Next(9))
            {
                case 0:
                    words[at] = random.Any(Mutation.Texts);
                    break;
                case 1:
                    words[at] = "\"" + random.Any(Mutation.Texts) + "\"";
                    break;
                case 2:
                    words[at] = random.Number().ToString(System.Globalization.CultureInfo.InvariantCulture);
                    break;
                case 3:
                    words.RemoveRange(at, count);
                    break;
                case 4:
                    words.InsertRange(at, words.GetRange(at, count));
                    break;
                case 5 when others.Count > 0:
                    words[at] = random.Any(others);
                    break;
                case 6:
                    words[at] = random.Any(["\"\\ud800\"", "\\u0000", "{", "}", "[", "]", ",", ":", "\n", "\r\n", "\"", "1e99999999999", "0e99999999999", "-0", "[[[[[[[["]);
                    break;
                case 7:
                    words.RemoveRange(at, words.Count - at);
                    break;
                default:
                    (words[at], words[^1]) = (words[^1], words[at]);
                    break;
            }
        }

        byte[] written = Encoding.UTF8.GetBytes(string.Concat(words));
        return random.Next(10) == 0 ? Mutation.Bytes(random, written, other) : written;
    }

    private static List<string> Words(string text)
    {
        List<string> words = [];
        for (int at = 0; at < text.Length;)
        {
            int end = at + 1;
            if (text[at] == '"')
            {
                while (end < text.Length && text[end] != '"')
                    end++;
                end = Math.Min(end + 1, text.Length);
            }
            else if (char.IsLetterOrDigit(text[at]))
            {
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-' or '+'))
                    end++;
            }

            words.Add(text[at..end]);
            at = end;
        }

        return words;
    }
}
