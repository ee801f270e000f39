namespace Pulumi;

/// <summary>Collects the data of several outputs: known only if all are, secret if any is, from the resources of all.</summary>
internal sealed class Join
{
    private ResourceSet _first;
    private HashSet<Resource>? _many;
    private bool _isKnown = true;
    private bool _isSecret;

    public async ValueTask<T> Add<T>(Output<T> output)
    {
        var data = await output.DataAsync().ConfigureAwait(false);
        Add(data.Resources, data.IsKnown, data.IsSecret);
        return data.Value;
    }

    public ValueTask<T> Add<T>(Input<T>? input) => Add(input.ToOutput());

    public void Add(ResourceSet resources, bool isKnown, bool isSecret)
    {
        _isKnown &= isKnown;
        _isSecret |= isSecret;
        if (_many is not null)
            resources.AddTo(_many);
        else if (_first.Items.Length < 8)
            _first = _first.Union(resources);
        else
        {
            _many = [];
            _first.AddTo(_many);
            resources.AddTo(_many);
        }
    }

    public OutputData<T> Data<T>(T value) => new(_many is null ? _first : ResourceSet.From(_many), value, _isKnown, _isSecret);
}
