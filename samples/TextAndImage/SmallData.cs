namespace TextAndImage;

/// <summary>A handful of sentences and pictures of our own, for when there are no data sets.</summary>
public static class SmallData
{
    private static readonly string[] s_things = ["bike", "lamp", "chair", "radio", "coat", "kettle"];
    private static readonly string[] s_good = ["sturdy", "lovely", "bright", "comfortable", "quiet"];
    private static readonly string[] s_bad = ["broken", "dull", "noisy", "ugly", "flimsy"];

    /// <summary>Sentences with what their writers thought: every thing with every word.</summary>
    public static (string[] Texts, string[] Labels) Reviews()
    {
        List<string> texts = [], labels = [];
        foreach (string thing in s_things)
        {
            for (int i = 0; i < s_good.Length; i++)
            {
                texts.AddRange([$"the {thing} is {s_good[i]} and {s_good[(i + 1) % 5]}", $"a {s_bad[i]} {thing} , {s_bad[(i + 2) % 5]} too"]);
                labels.AddRange(["good", "bad"]);
            }
        }

        return ([.. texts], [.. labels]);
    }

    /// <summary>A picture of 8×8: a bright cross on a dark ground, with a stain at the lower right.</summary>
    public static float[] Cross()
    {
        float[] picture = new float[64];
        for (int i = 1; i < 7; i++)
            picture[(i * 8) + 3] = picture[(i * 8) + 4] = picture[(3 * 8) + i] = picture[(4 * 8) + i] = 0.9f;
        picture[(6 * 8) + 6] = picture[(6 * 8) + 7] = picture[(7 * 8) + 6] = picture[(7 * 8) + 7] = 0.5f;
        return picture;
    }
}
