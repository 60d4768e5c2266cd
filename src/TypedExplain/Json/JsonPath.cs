using System.Globalization;
using System.Text;
using TypedExplain.Errors;

namespace TypedExplain.Json;

/// <summary>Where a walk through a JSON text is: "$.features[2].name".</summary>
internal sealed class JsonPath
{
    private readonly List<(string? Name, int Item)> _steps = [];

    /// <summary>Goes to a member.</summary>
    public void Enter(string name) => _steps.Add((name, 0));

    /// <summary>Goes to an item.</summary>
    public void Enter(int item) => _steps.Add((null, item));

    /// <summary>Goes back.</summary>
    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>The place as messages name it.</summary>
    public override string ToString()
    {
        StringBuilder text = new("$");
        foreach ((string? name, int item) in _steps)
        {
            if (name is null)
                text.Append(CultureInfo.InvariantCulture, $"[{item}]");
            else
                text.Append('.').Append(VisibleText.Name(name));
        }

        return text.ToString();
    }
}
