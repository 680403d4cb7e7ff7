"""Runs inside Blender: `blender -b --factory-startup -P photograph.py -- FOLDER`. Lights the meshes in FOLDER, takes the picture and the exact passes.

FOLDER holds `scene.json` and `<part>.npz`; out come `photo.png`, `truth.npy` (height, width, 4: product u, product v, front, 10 x class)
and `light.npy`, the light that falls on every surface. Metres in here, centimetres in the files.
"""

import json
import sys
from pathlib import Path

import bpy
import numpy as np

FOLDER = Path(sys.argv[sys.argv.index("--") + 1])
SCENE = json.loads((FOLDER / "scene.json").read_text())

_SETS = {
    # key: direction, strength, size; fill strength; wall and floor colours; world colour and strength
    "window": dict(key=((-2.6, -2.4, 2.3), 210, 1.6, (1, 0.95, 0.88)), fill=28, wall="#d9d2c6", world=("#cdd6e0", 0.42)),
    "studio": dict(key=((-2.4, -2.4, 2.9), 260, 1.5, (1, 0.98, 0.96)), fill=30, wall="#dfe1e2", world=("#ffffff", 0.34)),
    "street": dict(key=((2.4, -2.8, 3.4), 330, 0.9, (1, 0.93, 0.82)), fill=18, wall="#a7785f", world=("#bcd2ea", 0.62)),
    "garden": dict(key=((-2.8, -1.6, 3.6), 360, 0.7, (1, 0.94, 0.80)), fill=16, wall="#5d7a4c", world=("#c7dcc8", 0.7)),
}


def linear(code):
    values = np.array([int(code[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return (*np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4), 1.0)


def world_points(vertices):
    """Centimetres, y up and z to the camera, into Blender's metres, z up and -y to the camera."""
    return np.stack([vertices[:, 0], -vertices[:, 2], vertices[:, 1]], 1) / 100


def add_part(part):
    data = np.load(FOLDER / f"{part['name']}.npz")
    vertices, quads = world_points(data["vertices"]), data["quads"]
    mesh = bpy.data.meshes.new(part["name"])
    mesh.from_pydata(vertices.tolist(), [], quads.tolist())
    mesh.polygons.foreach_set("use_smooth", np.ones(len(quads), bool))
    flat = data["flat"]
    layer = mesh.uv_layers.new(name="flat")
    corners = flat[quads.ravel()]
    layer.data.foreach_set("uv", np.stack([corners[:, 0], 1 - corners[:, 1]], 1).ravel().astype(np.float32))
    attribute = mesh.attributes.new("truth", "FLOAT_COLOR", "POINT")
    attribute.data.foreach_set("color", np.column_stack([flat, np.full(len(flat), part["class"] / 10)]).ravel().astype(np.float32))
    thing = bpy.data.objects.new(part["name"], mesh)
    bpy.context.collection.objects.link(thing)
    return thing


class Shader:
    """A short way to write node graphs."""

    def __init__(self, name):
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.tree.nodes.clear()
        self.out = self.node("ShaderNodeOutputMaterial")

    def node(self, kind, inputs=(), **settings):
        node = self.tree.nodes.new(kind)
        for name, value in settings.items():
            setattr(node, name, value)
        for name, value in dict(inputs).items():
            if isinstance(value, bpy.types.NodeSocket):
                self.tree.links.new(value, node.inputs[name])
            else:
                node.inputs[name].default_value = value
        return node

    def noise(self, scale, stretch=(1, 1, 1), detail=3.0):
        place = self.node("ShaderNodeTexCoord").outputs["Object"]
        mapped = self.node("ShaderNodeMapping", {"Vector": place, "Scale": stretch}).outputs["Vector"]
        return self.node("ShaderNodeTexNoise", {"Vector": mapped, "Scale": scale, "Detail": detail}).outputs["Fac"]

    def bump(self, height, distance, strength=1.0):
        return self.node("ShaderNodeBump", {"Height": height, "Distance": distance, "Strength": strength}).outputs["Normal"]

    def varied(self, colour, factor, low, high):
        """A colour times low..high."""
        amount = self.node("ShaderNodeMapRange", {"Value": factor, "From Min": 0.3, "From Max": 0.7, "To Min": low, "To Max": high}).outputs["Result"]
        source = colour if isinstance(colour, bpy.types.NodeSocket) else self.node("ShaderNodeRGB").outputs[0]
        if not isinstance(colour, bpy.types.NodeSocket):
            source.default_value = colour
        return self.node("ShaderNodeVectorMath", {0: source, 1: self._grey(amount)}, operation="MULTIPLY").outputs[0]

    def _grey(self, value):
        return self.node("ShaderNodeCombineXYZ", {"X": value, "Y": value, "Z": value}).outputs[0]

    def principled(self, inputs):
        shader = self.node("ShaderNodeBsdfPrincipled", inputs)
        self.tree.links.new(shader.outputs[0], self.out.inputs["Surface"])
        return self.material


def skin(part):
    s = Shader("skin")
    base = linear(part["colour"])
    colour = s.varied(base, s.noise(18, detail=5), 0.93, 1.05)
    return s.principled({
        "Base Color": colour, "Roughness": 0.5, "Specular": 0.3, "Sheen": 0.25, "Normal": s.bump(s.noise(420, detail=4), 0.0003, 0.4),
    })  # fmt: skip


def hair(part):
    s = Shader("hair")
    strands = s.noise(260, (1, 1, 0.035), 4)
    colour = s.varied(linear(part["colour"]), strands, 0.55, 1.6)
    return s.principled({
        "Base Color": colour, "Roughness": 0.42, "Specular": 0.35, "Anisotropic": 0.7, "Normal": s.bump(strands, 0.004, 0.9),
    })  # fmt: skip


def cloth(part):
    s = Shader(part["name"])
    picture = s.node("ShaderNodeTexImage", {"Vector": s.node("ShaderNodeUVMap", uv_map="flat").outputs[0]}, extension="EXTEND", interpolation="Cubic")
    picture.image = bpy.data.images.load(part["cloth"])
    weave = s.noise(1500, (1, 1, 0.6), 2)
    colour = s.varied(picture.outputs["Color"], s.noise(9, detail=3), 0.96, 1.03)
    crumple = s.bump(s.noise(26, (1, 1, 0.7), 3), 0.006, 0.35)
    normal = s.node("ShaderNodeBump", {"Height": weave, "Distance": 0.0006, "Strength": 0.5, "Normal": crumple}).outputs["Normal"]
    return s.principled({"Base Color": colour, "Roughness": 0.88, "Specular": 0.12, "Sheen": 0.35, "Normal": normal})


def plain(name, code, roughness=0.95):
    s = Shader(name)
    return s.principled({"Base Color": s.varied(linear(code), s.noise(2.2, detail=6), 0.94, 1.04), "Roughness": roughness, "Specular": 0.1})


def bricks(code):
    s = Shader("bricks")
    place = s.node("ShaderNodeTexCoord").outputs["Object"]
    a, b = linear(code), linear("#8a5a45")
    wall = s.node("ShaderNodeTexBrick", {"Vector": place, "Color1": a, "Color2": b, "Mortar": linear("#b9ad9e"), "Scale": 4.4, "Mortar Size": 0.012})
    colour = s.varied(wall.outputs["Color"], s.noise(14, detail=6), 0.72, 1.18)
    return s.principled({"Base Color": colour, "Roughness": 0.95, "Normal": s.bump(wall.outputs["Fac"], -0.01, 0.8)})


def leaves(code):
    """A hedge, far out of focus: blotches of light and dark green."""
    s = Shader("leaves")
    colour = s.varied(linear(code), s.noise(7, detail=8), 0.15, 1.9)
    return s.principled({"Base Color": colour, "Roughness": 0.7, "Normal": s.bump(s.noise(9, detail=6), 0.2, 1.0)})


def add_plane(name, location, rotation, size, material):
    bpy.ops.mesh.primitive_plane_add(size=size, location=location, rotation=rotation)
    thing = bpy.context.object
    thing.name = name
    thing.data.materials.append(material)
    return thing


def add_light(direction, strength, size, colour):
    data = bpy.data.lights.new("light", "AREA")
    data.energy, data.size, data.color = strength, size, colour
    thing = bpy.data.objects.new("light", data)
    thing.location = np.array(direction) + (0, 0, 1.0)
    aim = -np.array(direction)
    from mathutils import Vector

    thing.rotation_euler = Vector(aim.tolist()).to_track_quat("-Z", "Y").to_euler()
    bpy.context.collection.objects.link(thing)


def add_room(kind):
    setting = _SETS[kind]
    add_light(*setting["key"])
    key = setting["key"][0]
    add_light((-key[0] * 1.1, key[1] * 1.1, 0.4), setting["fill"], 2.5, (0.95, 0.97, 1))
    far = {"window": 0.55, "studio": 1.0, "street": 1.5, "garden": 5.5}[kind]
    material = {"street": bricks, "garden": leaves}.get(kind, lambda code: plain("wall", code))(setting["wall"])
    walls = [add_plane("wall", (0, far, 1), (1.5708, 0, 0), 12, material)]
    walls.append(add_plane("floor", (0, 0, -0.02), (0, 0, 0), 14, plain("floor", {"street": "#77736d", "garden": "#6d7b52"}.get(kind, "#8d7a66"))))
    world = bpy.context.scene.world or bpy.data.worlds.new("world")
    bpy.context.scene.world = world
    world.use_nodes = True
    background = world.node_tree.nodes["Background"]
    background.inputs[0].default_value, background.inputs[1].default_value = linear(setting["world"][0]), setting["world"][1]
    return walls


def add_camera():
    data = bpy.data.cameras.new("camera")
    distance, height = 4.2, SCENE["height_cm"] / 100
    data.sensor_fit, data.sensor_height, data.sensor_width = "VERTICAL", 24, 18
    data.lens = 24 * distance / height
    data.dof.use_dof, data.dof.focus_distance, data.dof.aperture_fstop = True, distance - 0.1, {"garden": 0.7, "street": 1.8}.get(SCENE["light"], 4.0)
    thing = bpy.data.objects.new("camera", data)
    eye_y, centre = 1.04, SCENE["centre_y"] / 100
    thing.location, thing.rotation_euler = (0, -distance, eye_y), (1.5707963, 0, 0)
    data.shift_y = (centre - eye_y) / height
    bpy.context.collection.objects.link(thing)
    bpy.context.scene.camera = thing


def pixels(file):
    image = bpy.data.images.load(str(file))
    image.colorspace_settings.name = "Non-Color"
    width, height = image.size
    values = np.empty(width * height * 4, np.float32)
    image.pixels.foreach_get(values)
    return values.reshape(height, width, 4)[::-1]


def render(file, samples, raw):
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.samples, scene.cycles.use_adaptive_sampling, scene.cycles.adaptive_threshold = samples, not raw, SCENE["noise"]
    scene.cycles.use_denoising = False
    scene.cycles.max_bounces, scene.cycles.diffuse_bounces = 4, 3
    scene.cycles.pixel_filter_type, scene.cycles.filter_width = ("BOX", 0.01) if raw else ("BLACKMAN_HARRIS", 1.4)
    scene.render.resolution_x, scene.render.resolution_y, scene.render.resolution_percentage = *SCENE["size_px"], 100
    scene.render.threads_mode, scene.render.threads = "FIXED", SCENE["threads"]
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_depth = "32"
    scene.view_settings.view_transform = "Raw"
    scene.render.filepath = str(file)
    bpy.ops.render.render(write_still=True)
    return pixels(file)


def emission(name, from_attribute):
    s = Shader(name)
    colour = s.node("ShaderNodeAttribute", attribute_name="truth").outputs["Color"] if from_attribute else (0, 0, 0, 1)
    shader = s.node("ShaderNodeEmission", {"Color": colour, "Strength": 1.0})
    s.tree.links.new(shader.outputs[0], s.out.inputs["Surface"])
    return s


def class_emission(part):
    s = Shader("class")
    shader = s.node("ShaderNodeEmission", {"Color": (part["class"] / 10, 0, 0, 1), "Strength": 1.0})
    s.tree.links.new(shader.outputs[0], s.out.inputs["Surface"])
    return s.material


def main():
    bpy.ops.wm.read_factory_settings(use_empty=True)
    things = [(part, add_part(part)) for part in SCENE["parts"]]
    makers = {"skin": skin, "hair": hair}
    for part, thing in things:
        thing.data.materials.append(makers.get(part["name"], cloth)(part))
    walls = add_room(SCENE["light"])
    add_camera()
    np.save(FOLDER / "photo.npy", render(FOLDER / "photo.exr", SCENE["samples"], False)[..., :3])

    grey = plain("grey", "#bcbcbc")
    for _, thing in things:
        thing.data.materials[0] = grey
    bpy.context.scene.camera.data.dof.use_dof = False
    np.save(FOLDER / "light.npy", render(FOLDER / "light.exr", SCENE["light_samples"], False)[..., :3])

    black = emission("black", False).material
    for wall in walls:
        wall.data.materials[0] = black
    bpy.context.scene.world.node_tree.nodes["Background"].inputs[1].default_value = 0
    flat = emission("flat", True).material
    for _, thing in things:
        thing.data.materials[0] = flat
    coordinates = render(FOLDER / "flat.exr", 1, True)
    for part, thing in things:
        thing.data.materials[0] = class_emission(part)
    classes = render(FOLDER / "class.exr", 1, True)
    np.save(FOLDER / "truth.npy", np.dstack([coordinates[..., :3], classes[..., 0] * 10]))


main()
