namespace TextAndImage;

/// <summary>Shows progress as lines.</summary>
public sealed class Lines<T>(Func<T, string?> text) : IProgress<T>
{
    public void Report(T value)
    {
        if (text(value) is { } line)
            Console.WriteLine(line);
    }
}
